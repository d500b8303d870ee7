import { BadInput } from "../bad_input.ts";
import { integer, oneOf } from "../notation.ts";
import { flagOption, valueOption } from "../option.ts";

/** What may be known of a law, each with the measure that the error is held against. */
const knowledge = { "nothing-tc": "tc", "nothing-dtc": "dtc", "nothing-mi": "mi" } as const;

/** As it is written on the command line. */
export type Knowledge = keyof typeof knowledge;

const names = Object.keys(knowledge) as Knowledge[];

/** The options of a plan for all laws at once. */
export const knowingOptions = {
  knowing: valueOption("--knowing", {
    notation: oneOf(names),
    metavar: "NOTHING",
    help: `in place of --source: ${
      names.join(", ")
    }; the schedule whose worst path error over all laws is least, in total correlations, dual total correlations or total token mutual informations`,
  }),
  length: valueOption("--length", {
    notation: integer(1),
    metavar: "L",
    help: "with --knowing: tokens in a sequence",
  }),
  randomised: flagOption("--randomised", {
    help: "with --knowing: the best random choice among schedules",
  }),
};

/** A plan for all laws at once, as asked for. */
export interface KnowingNothing {
  /** As written. */
  readonly knowing: Knowledge;
  /** Key of the measure. */
  readonly yardstick: "tc" | "dtc" | "mi";
  /** Tokens in a sequence. */
  readonly length: number;
  /** Iterations. */
  readonly steps: number;
  /** Whether schedules may be mixed. */
  readonly randomised: boolean;
  /** Whether the answer is printed as JSON, as by --format json. */
  readonly asJson: boolean;
}

/** The values that bear on it. */
interface KnowingValues {
  readonly knowing: string | undefined;
  readonly length: number | undefined;
  readonly randomised: boolean;
  readonly source: string | undefined;
  readonly steps: number | undefined;
  readonly error: number | undefined;
  readonly format: string | undefined;
  readonly isotonic: boolean;
  readonly figure: unknown;
  readonly blocks: number | undefined;
  readonly "block-length": number | undefined;
}

/**
 * Whether a plan for all laws is asked for, and that it is asked for whole.
 *
 * @param values What was given
 * @returns The plan asked for; undefined where it is one for a source
 * @throws {BadInput} On options of the one with the other, or on some that are missing
 */
export function readKnowing(values: KnowingValues): KnowingNothing | undefined {
  const { knowing, length, randomised, source, steps, error, format } = values;
  const refuse = (rule: string, got: string): never => {
    throw new BadInput(`Cannot run plan: ${rule}, got ${got}`);
  };
  if (knowing === undefined) {
    if (length !== undefined) refuse("--length must stand with --knowing", "no --knowing");
    if (randomised) refuse("--randomised must stand with --knowing", "no --knowing");
    return undefined;
  }
  if (source !== undefined) {
    refuse("the plan must be either for --source or --knowing nothing", "both");
  }
  if (error !== undefined) {
    refuse("the budget must be --steps T where --knowing is given", "--error");
  }
  for (const name of ["isotonic", "figure", "blocks", "block-length"] as const) {
    if (values[name] !== undefined && values[name] !== false) {
      refuse(`--${name} must stand with --source, since it is about one`, "--knowing");
    }
  }
  if (format !== undefined && format !== "json") {
    refuse("--format must be json where --knowing is given", format);
  }
  return {
    knowing: knowing as Knowledge,
    yardstick: knowledge[knowing as Knowledge],
    length: length ?? refuse("--length L must be given with --knowing", "none"),
    steps: steps ?? refuse("--steps T must be given with --knowing", "none"),
    randomised,
    asJson: format === "json",
  };
}
