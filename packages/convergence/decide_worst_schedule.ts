import { curveFromTokenMutualInformation, type InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import { extremeSchedules } from "./extreme_schedules.ts";
import { checkLinearForm, type LinearForm } from "./linear_form.ts";
import { ratio } from "./ratio.ts";
import { type StepLaw, stepLaw } from "./step_curve.ts";

/** Longest sequence for which a claim about the worst schedule is decided: seconds where it is easy. */
export const DECIDE_WORST_LENGTH_LIMIT = 2 ** 12;

/** A mixture of schedules, as counts: the certificate of an existence statement. */
export interface ScheduleMixture {
  /** How many equal parts the mixture has. */
  readonly parts: number;
  /** Distinct schedules with how many of the parts each has. */
  readonly schedules: readonly { readonly sizes: MaskSizes; readonly count: number }[];
}

/** What is decided of a claim that some schedule is at least so bad, for every law. */
export type WorstScheduleDecision =
  | {
    readonly verdict: "proved";
    /** On every step curve its mean error is at least the claim's value, exactly. */
    readonly mixture: ScheduleMixture;
  }
  | {
    readonly verdict: "refuted";
    /**
     * The curve: a mixture of step curves with these weights, which sum to 1. A law that has it, as
     * nearly as the weights are rational: independent codes side by side, a token being the tuple
     * of their symbols, as many of each as its weight says.
     */
    readonly mixture: readonly { readonly weight: number; readonly source: StepLaw }[];
    /** Path error of the worst schedule on it, in units of the height of a step. */
    readonly worst: number;
    /** What the claim demands on it, in the same unit. */
    readonly demanded: number;
  }
  | { readonly verdict: "undecided"; readonly rounds: number };

/**
 * Decides a claim that among schedules of bounded sizes some one has at least a given error, for
 * every law of a length.
 *
 *     max over smallest <= s_t <= largest of EKL(sizes) >= sum_j (b_j / d) Z_j   for every law
 *
 * The left side is a maximum of linear forms, so step curves alone do not decide it. But it holds
 * for all curves if and only if some mixture of schedules has, on every step curve, a mean error of
 * at least the right side (minimax theorem): the two players are a mixture of schedules and a
 * mixture of step curves. They are found by multiplicative weights, with the worst schedule by
 * dynamic programming as the answer to each mixture of steps. The mixture of schedules is then
 * checked in bigint arithmetic, so `proved` is a proof; `refuted` names a mixture of steps on which
 * every schedule falls short by a relative 1e-9, far more than rounding.
 *
 * O(rounds * L (largest - smallest + 1)) time.
 *
 * @param form The right side
 * @param options `length`; `smallest` and `largest` size; `rounds`, 10,000 by default
 * @returns The decision; `undecided` where the two sides are too close to tell in that many rounds
 * @throws {RangeError} On a length that is not an integer in `1 .. DECIDE_WORST_LENGTH_LIMIT`, a
 *   form of another length, rounds that are not a positive integer, or limits that no schedule meets
 */
export function decideWorstSchedule(
  form: LinearForm,
  options: { length: number; smallest: number; largest: number; rounds?: number },
): WorstScheduleDecision {
  const { length, rounds = 10_000, ...limits } = options;
  checkOptions({ length, rounds });
  checkLinearForm(form, { length });
  const exactly = suffixSums(form);
  // What is demanded of each step, in doubles: for the search alone, never for the proof.
  const demanded = Float64Array.from(exactly, (sum) => ratio(sum, form.denominator));
  const greatest = demanded.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(greatest <= 2 ** 53)) {
    throw new RangeError(
      `Cannot decide the worst schedule: sums of coefficients must be at most 2^53, got ${greatest}`,
    );
  }
  // gains[k]: errors on step k summed over the rounds; index 0 is no step and stays 0.
  const gains = new Float64Array(length);
  const counts = new Map<string, { sizes: MaskSizes; count: number }>();
  for (let round = 1; round <= rounds; round++) {
    const weights = stepWeights(gains, { demanded, round });
    const { worst } = extremeSchedules(mixtureCurve(weights), limits);
    let required = 0;
    for (let k = 1; k < length; k++) required += weights[k]! * demanded[k]!;
    if (worst.pathError < required * (1 - 1e-9) - 1e-12) {
      return {
        verdict: "refuted",
        mixture: [...weights].flatMap((weight, k) =>
          weight > 0 ? [{ weight, source: stepLaw({ length, dimension: k }) }] : []
        ),
        worst: worst.pathError,
        demanded: required,
      };
    }
    addErrors(worst.sizes, gains);
    const key = worst.sizes.join();
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { sizes: worst.sizes, count: 1 });
    if (suffices(gains, { round, exactly, denominator: form.denominator })) {
      return { verdict: "proved", mixture: { parts: round, schedules: [...counts.values()] } };
    }
  }
  return { verdict: "undecided", rounds };
}

function checkOptions({ length, rounds }: { length: number; rounds: number }): void {
  if (!(Number.isSafeInteger(length) && length >= 1 && length <= DECIDE_WORST_LENGTH_LIMIT)) {
    throw new RangeError(
      `Cannot decide the worst schedule: length must be an integer from 1 to ${DECIDE_WORST_LENGTH_LIMIT}, got ${length}`,
    );
  }
  if (!(Number.isSafeInteger(rounds) && rounds >= 1)) {
    throw new RangeError(
      `Cannot decide the worst schedule: rounds must be an integer of at least 1, got ${rounds}`,
    );
  }
}

/** What the claim demands on each step, times the denominator: `sum_{j > k} b_j`; 0 for `k = 0`. */
function suffixSums({ numerators }: LinearForm): bigint[] {
  const sums = new Array<bigint>(numerators.length).fill(0n);
  let sum = 0n;
  for (let k = sums.length - 1; k >= 1; k--) {
    sum += numerators[k]!;
    sums[k] = sum;
  }
  return sums;
}

/** Whether the schedules of so many rounds have, on each step, a mean error of what is demanded. */
function suffices(
  gains: Float64Array,
  options: { round: number; exactly: readonly bigint[]; denominator: bigint },
): boolean {
  const { round, exactly, denominator } = options;
  // Sums of errors are integers of at most rounds * L, far below 2^53 in any time one can wait.
  return gains.every((gain, k) => BigInt(gain) * denominator >= BigInt(round) * exactly[k]!);
}

/** Weights of the steps: the more, the less the schedules so far exceed what is demanded there. */
function stepWeights(
  gains: Float64Array,
  options: { demanded: Float64Array; round: number },
): Float64Array {
  const { demanded, round } = options;
  const length = gains.length;
  const rate = Math.sqrt(Math.log(length + 1) / round) / length;
  const surplus = gains.map((gain, k) => gain - (round - 1) * demanded[k]!);
  const least = surplus.subarray(1).reduce((low, value) => Math.min(low, value), Infinity);
  const weights = surplus.map((value, k) => k === 0 ? 0 : Math.exp(-rate * (value - least)));
  // One token has no steps to weigh.
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / total);
}

/** `Z_j = sum_{k < j} w_k`. */
function mixtureCurve(weights: Float64Array): InformationCurve {
  const z = new Float64Array(weights.length);
  for (let j = 1; j < z.length; j++) z[j] = z[j - 1]! + weights[j]!;
  return curveFromTokenMutualInformation(Math.max(1, z[z.length - 1]!), z);
}

/** Adds the schedule's error on each step curve: `N_{t+1} - k` inside a set, 0 at its start. */
function addErrors(sizes: MaskSizes, gains: Float64Array): void {
  let start = 0;
  for (const size of sizes) {
    for (let k = start + 1; k < start + size; k++) gains[k]! += start + size - k;
    start += size;
  }
}
