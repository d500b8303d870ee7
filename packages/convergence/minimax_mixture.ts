import { curveFromTokenMutualInformation } from "@unmask/information";
import { cutProbabilities } from "./cut_probabilities.ts";
import { checkMinimax, type MinimaxOptions } from "./minimax_schedule.ts";
import { optimalSchedule } from "./optimal_schedule.ts";
import { systematicMixture, type WeightedSchedule } from "./systematic_mixture.ts";
import { worstRatio } from "./worst_ratio.ts";
import type { Yardstick } from "./yardstick.ts";

/** Longest sequence of a mixture: rating it takes up to `L^2` additions, a few seconds. */
export const MIXTURE_LENGTH_LIMIT = 2 ** 16;

/** Most sizes (length times steps) that the schedules of a mixture may have together. */
export const MIXTURE_SIZE_LIMIT = 2 ** 22;

/** A random schedule whose worst mean ratio over all laws is the least there is, up to rounding. */
export interface MinimaxMixture {
  /** The worst ratio of the mixture, summed from its schedules. */
  readonly value: number;
  /** No random schedule has a smaller worst ratio, up to rounding: that of the weights. */
  readonly lowerBound: number;
  /** The schedules; draw one, then run it. */
  readonly schedules: readonly WeightedSchedule[];
  /** The law that certifies it: weights of the steps `k` at `0 .. L-1`, summing to 1; none at 0. */
  readonly weights: Float64Array;
}

/**
 * The random schedule of `steps` steps whose worst ratio of mean path error to a yardstick, over all
 * laws, is least.
 *
 *     v = min over mixtures of max over laws of E EKL / D,   D = TC, DTC or MI
 *
 * The value of a game between schedules and step curves. Zero exactly for `T = L`; one shot for
 * `T = 1`. `value` is recomputed from the schedules returned, and `lowerBound` from the weights by
 * the planner, so the answer does not rest on how it was found; the two agree to rounding.
 * O(L T log L + L^2) time, at most `L` schedules.
 *
 * @param options `length`, `steps` and `yardstick`
 * @returns The mixture, its worst ratio, and a lower bound on all of them
 * @throws {RangeError} On a length or steps out of range, `L` above
 *   {@linkcode MIXTURE_LENGTH_LIMIT}, or `L T` above {@linkcode MIXTURE_SIZE_LIMIT}
 * @see {@linkcode cutProbabilities} for why it is optimal
 */
export function minimaxMixture(options: MinimaxOptions): MinimaxMixture {
  checkMinimax(options);
  const { length, steps, yardstick } = options;
  if (!(length <= MIXTURE_LENGTH_LIMIT)) {
    throw new RangeError(
      `Cannot plan a mixture: length must be at most ${MIXTURE_LENGTH_LIMIT}, got ${length}`,
    );
  }
  if (!(length * steps <= MIXTURE_SIZE_LIMIT)) {
    throw new RangeError(
      `Cannot plan a mixture: length times steps must be at most ${MIXTURE_SIZE_LIMIT}, got ${length} x ${steps}`,
    );
  }
  const { probabilities, weights } = cutProbabilities(options);
  const schedules = systematicMixture(probabilities, { steps });
  return { ...certified({ schedules, weights }, { steps, yardstick }), schedules, weights };
}

/**
 * What a mixture and a law prove of each other, however they were found.
 *
 * @param found `schedules`, and `weights` of the steps at `0 .. L-1`
 * @param options `steps` and `yardstick`
 * @returns The worst ratio of the schedules, and what no mixture is below by the weights
 */
export function certified(
  { schedules, weights }: Pick<MinimaxMixture, "schedules" | "weights">,
  options: { steps: number; yardstick: Yardstick },
): Pick<MinimaxMixture, "value" | "lowerBound"> {
  const { value } = worstRatio(schedules, options);
  // Rounding may lift the one above the other; the smaller is a bound in either case.
  return { value, lowerBound: Math.min(value, gameLowerBound(weights, options)) };
}

/**
 * What every mixture of schedules must admit against a random step: the least mean ratio of any one.
 *
 *     min over sizes of sum_k w_k EKL(1[j > k]) / D(k)
 *
 * the path error of the optimal schedule of the curve `Z_j = sum_{k < j} w_k / D(k)`. O(L) time.
 *
 * @param weights Weights of the steps `k` at `0 .. L-1`, at least 0; normalised here; none at 0
 * @param options `steps` and `yardstick`
 * @returns A lower bound on the value of the game, up to rounding
 * @throws {RangeError} On weights that are negative or not finite, or steps out of range
 */
export function gameLowerBound(
  weights: Float64Array,
  options: { steps: number; yardstick: Yardstick },
): number {
  const { length } = weights;
  const { steps, yardstick } = options;
  if (!weights.every((weight) => weight >= 0 && weight < Infinity)) {
    throw new RangeError("Cannot weigh steps: every weight must be a finite number of at least 0");
  }
  const sum = weights.reduce((total, weight, k) => k === 0 ? total : total + weight, 0);
  if (sum === 0) return 0;
  const z = new Float64Array(length);
  for (let k = 1; k < length; k++) {
    z[k] = z[k - 1]! + weights[k]! / sum / yardstick.onStep({ length, dimension: k });
  }
  return optimalSchedule(curveFromTokenMutualInformation(z[length - 1]!, z), { steps }).pathError;
}
