import type { RevealPattern } from "@unmask/measurement";
import { BadInput } from "../bad_input.ts";
import { integer } from "../notation.ts";
import { valueOption } from "../option.ts";
import { positionList, type PositionRange } from "./position_list.ts";

/** The options that say what is always revealed. */
export const patternOptions = {
  "prompt-length": valueOption("--prompt-length", {
    notation: integer(1),
    metavar: "N",
    help: "the first N tokens are always revealed; curve and plan are over the rest",
  }),
  reveal: valueOption("--reveal", {
    notation: positionList,
    metavar: "POSITIONS",
    help:
      "these positions are always revealed, as in 0-15,40, to fill in the rest; with --prompt-length, both are",
  }),
};

/** The values of {@linkcode patternOptions}. */
export interface PatternValues {
  /** How many of the first tokens are revealed. */
  readonly "prompt-length": number | undefined;
  /** Which positions are. */
  readonly reveal: readonly PositionRange[] | undefined;
}

/**
 * The pattern that the options describe.
 *
 * @param values What was given
 * @param length Tokens in a sequence
 * @returns The pattern
 * @throws {BadInput | RangeError} On positions beyond the length, or too few left to unmask
 */
export async function patternOf(
  { "prompt-length": prompt = 0, reveal = [] }: PatternValues,
  length: number,
): Promise<RevealPattern> {
  const { FEWEST_UNMASKED, revealPattern } = await import("@unmask/measurement");
  if (!(prompt < length)) {
    throw new BadInput(
      `Cannot run measure: --prompt-length must be below the length ${length}, got ${prompt}`,
    );
  }
  const given = new Set<number>();
  for (const { from, to } of [{ from: 0, to: prompt - 1 }, ...reveal]) {
    if (!(to < length)) {
      throw new BadInput(
        `Cannot run measure: positions of --reveal must be from 0 to ${length - 1}, got ${to}`,
      );
    }
    for (let position = from; position <= to; position++) given.add(position);
  }
  const left = length - given.size;
  if (!(left >= FEWEST_UNMASKED)) {
    throw new BadInput(
      `Cannot run measure: --prompt-length and --reveal must leave at least ${FEWEST_UNMASKED} of ${length} positions to unmask, got ${left}`,
    );
  }
  return revealPattern(length, [...given]);
}
