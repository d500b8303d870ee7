import { BadInput } from "./bad_input.ts";
import { integer } from "./notation.ts";
import type { SpecKey } from "./keyed_spec.ts";

/** Most tokens in a sequence: a handful of arrays of this many doubles. */
export const LENGTH_LIMIT = 2 ** 22;

/** Largest vocabulary: a model's is a few hundred thousand. */
export const VOCABULARY_LIMIT = 2 ** 20;

/** The key `length` of every kind that has one. */
export const lengthKey: SpecKey<number> = {
  notation: integer(1),
  help: "tokens in a sequence",
};

/** The key `states` of every kind that has one. */
export const statesKey: SpecKey<number> = {
  notation: integer(1),
  help: "size of the vocabulary",
};

/**
 * Refuses a shape that is too large, before memory is taken for it.
 *
 * @param space `length` and `states` of a source
 * @throws {BadInput} Naming the limit and what was asked for
 */
export function checkLimits(space: { length: number; states: number }): void {
  const limits = [["length", space.length, LENGTH_LIMIT], [
    "states",
    space.states,
    VOCABULARY_LIMIT,
  ]] as const;
  for (const [thing, value, limit] of limits) {
    if (!(value <= limit)) {
      throw new BadInput(`Cannot open the source: ${thing} must be at most ${limit}, got ${value}`);
    }
  }
}
