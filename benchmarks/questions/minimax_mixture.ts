import type { WeightedSchedule, Yardstick } from "@unmask/convergence";
import type { Question } from "../question.ts";

/** What a minimax planner is given. */
export interface MinimaxTask {
  /** Tokens in a sequence. */
  readonly length: number;
  /** Steps to spend. */
  readonly steps: number;
  /** What the error is held against. */
  readonly yardstick: Yardstick;
}

/**
 * A random schedule whose worst mean path error over all laws is least. Mixtures may tie, so what
 * must agree is the worst ratio, summed here code by code, and that they are mixtures at all.
 */
export const minimaxMixture: Question<MinimaxTask, readonly WeightedSchedule[]> = {
  name: "minimax-mixture",
  figures: (mixture, { length, steps, yardstick }) => [
    worstMean(mixture, { length, yardstick }),
    mixture.reduce((sum, { weight }) => sum + weight, 0),
    mixture.filter(({ sizes, weight }) =>
      !(weight >= 0 && sizes.length === steps &&
        sizes.reduce((sum, size) => sum + size, 0) === length)
    ).length,
  ],
};

/** The largest mean ratio over the step curves. */
export function worstMean(
  mixture: readonly WeightedSchedule[],
  { length, yardstick }: { length: number; yardstick: Yardstick },
): number {
  const errors = new Float64Array(length);
  for (const { weight, sizes } of mixture) {
    let end = 0;
    for (const size of sizes) {
      const start = end;
      end += size;
      for (let k = start + 1; k < end; k++) errors[k]! += weight * (end - k);
    }
  }
  return errors.reduce(
    (worst, error, k) =>
      k === 0 ? 0 : Math.max(worst, error / yardstick.onStep({ length, dimension: k })),
    0,
  );
}
