import type { MaskSizes } from "./mask_sizes.ts";

/**
 * A rule that gives mask sizes for every length and number of steps.
 *
 * Names differ between codebases, and one name means different rules: the formula is what defines a family here.
 */
export interface ScheduleFamily {
  /** Name on the command line and in tables. */
  readonly name: string;
  /** The revealed count N_t after t of T steps on L tokens, or the sizes themselves. */
  readonly formula: string;
  /** One sentence: what it does, and under which other names it is found. */
  readonly description: string;
  /**
   * The sizes for one length and number of steps; O(steps) time and memory.
   *
   * @param options.length Tokens in the sequence, an integer of at least 1
   * @param options.steps Sampling iterations, an integer in [1, length]
   * @returns `steps` sizes in order of unmasking with sum `length`
   * @throws RangeError if `length` or `steps` is not such an integer
   */
  sizes(options: { length: number; steps: number }): MaskSizes;
}
