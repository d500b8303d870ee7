import { BadInput } from "./bad_input.ts";
import { flagOption, requiredOption, valueOption } from "./option.ts";
import { anyText, integer } from "./notation.ts";

/** Seed of every random stream where none is given. */
export const DEFAULT_SEED = 0;

/** The options that every command has. */
export const commonOptions = {
  json: flagOption("--json", { help: "one JSON document on standard output, nothing else there" }),
  seed: valueOption("--seed", {
    notation: integer(0, Number.MAX_SAFE_INTEGER),
    metavar: "SEED",
    help: `master seed of what is random, ${DEFAULT_SEED} by default`,
  }),
  quiet: flagOption("--quiet", { help: "no messages, even on a terminal" }),
};

/** The values of the options that every command has. */
export interface CommonValues {
  /** Answer as JSON. */
  readonly json: boolean;
  /** Master seed; {@linkcode DEFAULT_SEED} when absent. */
  readonly seed: number | undefined;
  /** No messages. */
  readonly quiet: boolean;
}

const lawOption = {
  notation: anyText,
  metavar: "KIND:KEY=VALUE,..",
  help: "the law, see the kinds in unmask --help",
};

/** The option that names the law. */
export const sourceOption = requiredOption("--source", lawOption);

/** The same for a command that has answers without a law; see {@linkcode givenSource}. */
export const optionalSourceOption = valueOption("--source", lawOption);

/**
 * The law where an answer needs one.
 *
 * @param source Value of the option
 * @param command The command's name
 * @returns The same
 * @throws {BadInput} When it was not given
 */
export function givenSource(source: string | undefined, command: string): string {
  if (source !== undefined) return source;
  throw new BadInput(
    `Cannot run ${command}: --source ${lawOption.metavar} must be given, got none`,
  );
}

/** The option that lets a curve increase. */
export const isotonicOption = flagOption("--isotonic", {
  help: "for a curve or losses from a file: where they increase, use their isotonic regression",
});
