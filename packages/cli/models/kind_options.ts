import { BadInput } from "../bad_input.ts";
import type { CommandOptions } from "../command.ts";

/** What is named by an option of its own, and has further ones. */
interface OptionKind {
  readonly name: string;
  readonly metavar: string;
  readonly options: CommandOptions;
}

/**
 * The options of all kinds.
 *
 * @param kinds The kinds
 * @returns Their options by name
 */
export function optionsOfKinds(kinds: readonly OptionKind[]): CommandOptions {
  return Object.assign({}, ...kinds.map(({ options }) => options));
}

/**
 * The one kind that the options name.
 *
 * @param values Values of the options
 * @param context The `kinds`, and what they are, as in "the model"
 * @returns The kind
 * @throws {BadInput} On none, on several, or on an option of another kind
 */
export function givenKind<K extends OptionKind>(
  values: Readonly<Record<string, unknown>>,
  { kinds, thing }: { kinds: readonly K[]; thing: string },
): K {
  const isGiven = (name: string): boolean => values[name] !== undefined && values[name] !== false;
  const given = kinds.filter(({ name }) => isGiven(name));
  const [kind, ...others] = given;
  if (kind === undefined || others.length > 0) {
    throw new BadInput(
      `Cannot run measure: ${thing} must be given as ${
        kinds.map(({ name, metavar }) => `--${name} ${metavar}`).join(" or ")
      }, got ${given.length === 0 ? "none" : given.map(({ name }) => `--${name}`).join(" and ")}`,
    );
  }
  for (const other of kinds) {
    const foreign = Object.keys(other.options).find((name) =>
      isGiven(name) && !(name in kind.options)
    );
    if (other !== kind && foreign !== undefined) {
      throw new BadInput(
        `Cannot run measure: --${foreign} must stand with ${
          kinds.filter(({ options }) => foreign in options).map(({ name }) => `--${name}`)
            .join(" or ")
        }, got --${kind.name}`,
      );
    }
  }
  return kind;
}
