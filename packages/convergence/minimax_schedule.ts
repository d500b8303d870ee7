import { type MaskSizes, maskSizes } from "@unmask/schedules";
import type { Yardstick } from "./yardstick.ts";

/** Longest sequence whose minimax schedule is sought: a second, and products of counts are exact. */
export const MINIMAX_LENGTH_LIMIT = 2 ** 20;

/** What a minimax search is about. */
export interface MinimaxOptions {
  /** Tokens in a sequence, `L`, an integer of at least 1. */
  readonly length: number;
  /** Steps `T`, an integer in `1 .. L`. */
  readonly steps: number;
  /** What the error is held against. */
  readonly yardstick: Yardstick;
}

/** A schedule whose worst ratio over all laws is the least there is. */
export interface MinimaxSchedule {
  /** Mask sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** `numerator / denominator`: for every law the path error is at most this many yardsticks. */
  readonly value: number;
  /** An integer of at least 0. */
  readonly numerator: number;
  /** An integer of at least 1. */
  readonly denominator: number;
}

/** A ratio of integers. */
type Fraction = Pick<MinimaxSchedule, "numerator" | "denominator">;

/**
 * The schedule of exactly `steps` steps whose worst ratio of path error to a yardstick, over all
 * laws, is least.
 *
 *     c = min over sizes of max over laws of EKL(sizes) / D,   D = TC, DTC or MI
 *
 * A ratio of two linear forms in the curve is largest on a step `1[j > k]`, where the error is
 * `N_{t+1} - k` for `N_t < k < N_{t+1}` and 0 at `k = N_t`. Within a set the ratio is largest at its
 * first inner `k = N_t + 1`, so a schedule has ratio at most `c` when `s_t - 1 <= c D(N_t + 1)` for
 * every set of two or more. Zero exactly for `T = L`. O(T) time for each of about 60 trials.
 *
 * The value is exact: all ratios are fractions of integers, and after a bisection in doubles has
 * come near the least one, schedules of a strictly smaller ratio are sought in integers until there
 * is none.
 *
 * @param options `length`, `steps` and `yardstick`
 * @returns A minimax schedule, one of them where there are several, and its ratio as a fraction
 * @throws {RangeError} On a length or steps out of range
 */
export function minimaxSchedule(options: MinimaxOptions): MinimaxSchedule {
  checkMinimax(options);
  const { length, steps } = options;
  let sizes = furthestWithin(options, nearlyLeastRatio(options)) ?? [length];
  let worst = worstFraction(sizes, options);
  while (worst.numerator > 0) {
    const { numerator, denominator } = worst;
    // s - 1 < (p / q) measure in integers: the product is below 2^40.
    const smaller = furthest(options, (measure) => {
      const product = numerator * measure;
      const left = product % denominator;
      return (product - left) / denominator - (left === 0 ? 1 : 0);
    });
    if (smaller === undefined) break;
    sizes = smaller;
    worst = worstFraction(sizes, options);
  }
  return {
    sizes: maskSizes(splitInto(sizes, steps), { length }),
    value: worst.numerator / worst.denominator,
    ...worst,
  };
}

/**
 * Checks what a minimax search is about.
 *
 * @param options `length` and `steps`
 * @throws {RangeError} On a length or steps out of range
 */
export function checkMinimax({ length, steps }: { length: number; steps: number }): void {
  if (!(Number.isSafeInteger(length) && length >= 1)) {
    throw new RangeError(`Cannot plan: length must be an integer of at least 1, got ${length}`);
  }
  if (!(length <= MINIMAX_LENGTH_LIMIT)) {
    throw new RangeError(
      `Cannot plan: length must be at most ${MINIMAX_LENGTH_LIMIT}, got ${length}`,
    );
  }
  if (!(Number.isSafeInteger(steps) && steps >= 1)) {
    throw new RangeError(`Cannot plan: steps must be an integer of at least 1, got ${steps}`);
  }
  if (!(steps <= length)) {
    throw new RangeError(`Cannot plan: steps must be at most the length ${length}, got ${steps}`);
  }
}

/** A ratio that some schedule stays within, near the least: bisected in doubles. */
function nearlyLeastRatio(options: MinimaxOptions): number {
  const oneShot = worstFraction([options.length], options);
  let low = 0;
  let high = oneShot.numerator / oneShot.denominator;
  // A ratio below 1 / L allows singles only, as no measure is above L.
  while (high - low > 2 ** -50 * high && high * options.length >= 1) {
    const trial = (low + high) / 2;
    if (furthestWithin(options, trial) === undefined) low = trial;
    else high = trial;
  }
  return high;
}

function furthestWithin(options: MinimaxOptions, ratio: number): number[] | undefined {
  return furthest(options, (measure) => Math.floor(ratio * measure));
}

/**
 * The schedule whose every set is as large as the ratio lets it be, where it needs at most `steps`.
 *
 * No other gets further: a set from `N` may end at `N + 1 + allowed(D(N + 1))`, and that does not
 * fall as `N` rises. For DTC and MI the measure does not fall; for TC it falls by 1 where `N` rises
 * by 1, and with a ratio of at most 1 the whole part of its multiple by at most 1 too. So whoever
 * is ahead after `t` sets can stay ahead.
 *
 * @param allowed The largest `s - 1` beside a measure, an integer; a single token is always allowed
 */
function furthest(
  { length, steps, yardstick }: MinimaxOptions,
  allowed: (measure: number) => number,
): number[] | undefined {
  const sizes: number[] = [];
  for (let revealed = 0; revealed < length;) {
    if (sizes.length === steps) return undefined;
    const left = length - revealed;
    const size = left === 1 ? 1 : Math.max(
      1,
      Math.min(left, 1 + allowed(yardstick.onStep({ length, dimension: revealed + 1 }))),
    );
    sizes.push(size);
    revealed += size;
  }
  return sizes;
}

/** The largest ratio over all steps, by comparing products of counts, each below 2^40. */
function worstFraction(
  sizes: readonly number[],
  { length, yardstick }: MinimaxOptions,
): Fraction {
  let worst: Fraction = { numerator: 0, denominator: 1 };
  let revealed = 0;
  for (const size of sizes) {
    if (size > 1) {
      const measure = yardstick.onStep({ length, dimension: revealed + 1 });
      if ((size - 1) * worst.denominator > worst.numerator * measure) {
        worst = { numerator: size - 1, denominator: measure };
      }
    }
    revealed += size;
  }
  return worst;
}

/** As many sets as wanted, by splitting: that raises the error on no step. */
function splitInto(sizes: readonly number[], count: number): number[] {
  let spare = count - sizes.length;
  return sizes.flatMap((size) => {
    const parts = 1 + Math.min(spare, size - 1);
    spare -= parts - 1;
    return Array.from(
      { length: parts },
      (_, part) => Math.floor((part + 1) * size / parts) - Math.floor(part * size / parts),
    );
  });
}
