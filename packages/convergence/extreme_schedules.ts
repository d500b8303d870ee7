import type { InformationCurve } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import type { PlannedSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

/** Most pairs of a token and a size that the program visits, a few seconds' work. */
export const EXTREME_COST_LIMIT = 2 ** 30;

/** The best and the worst schedule of a set. */
export interface ExtremeSchedules {
  /** A schedule of least path error. */
  readonly best: PlannedSchedule;
  /** A schedule of greatest path error. */
  readonly worst: PlannedSchedule;
}

/**
 * The schedules of least and greatest path error among those whose sizes lie between two limits, in
 * any number of steps.
 *
 *     EKL = TC - sum_t sizes[t] Z_{N_t + 1},   smallest <= sizes[t] <= largest
 *
 * By dynamic programming over the revealed count: O(L (largest - smallest + 1)) time, O(L) memory.
 *
 * @param curve Exact information curve
 * @param options `smallest` and `largest` size, integers with `1 <= smallest <= largest <= L`
 * @returns A best and a worst schedule, where several are one of them
 * @throws {RangeError} On limits out of range, limits that no schedule meets, or a cost above
 *   {@linkcode EXTREME_COST_LIMIT}
 */
export function extremeSchedules(
  curve: InformationCurve,
  options: { smallest: number; largest: number },
): ExtremeSchedules {
  const { length } = curve;
  const { smallest, largest } = options;
  for (
    const [name, value, least] of [["smallest", smallest, 1], [
      "largest",
      largest,
      smallest,
    ]] as const
  ) {
    if (!(Number.isSafeInteger(value) && value >= least && value <= length)) {
      throw new RangeError(
        `Cannot search schedules: the ${name} size must be an integer from ${least} to ${length}, got ${value}`,
      );
    }
  }
  const cost = length * (largest - smallest + 1);
  if (!(cost <= EXTREME_COST_LIMIT)) {
    throw new RangeError(
      `Cannot search schedules: length times sizes must be at most ${EXTREME_COST_LIMIT}, got ${cost}`,
    );
  }
  const extreme = (sign: 1 | -1): PlannedSchedule => {
    const sizes = longestSavings(curve, { smallest, largest, sign });
    return { sizes, pathError: pathError(curve, sizes) };
  };
  return { best: extreme(1), worst: extreme(-1) };
}

/** Sizes that maximise `sign * sum_t sizes[t] Z_{N_t + 1}`. */
function longestSavings(
  curve: InformationCurve,
  { smallest, largest, sign }: { smallest: number; largest: number; sign: 1 | -1 },
): MaskSizes {
  const { length, tokenMutualInformation } = curve;
  const savings = new Float64Array(length + 1).fill(-Infinity);
  const lastSize = new Int32Array(length + 1);
  savings[0] = 0;
  for (let end = smallest; end <= length; end++) {
    for (let size = smallest; size <= Math.min(largest, end); size++) {
      const start = end - size;
      const value = savings[start]! + sign * size * tokenMutualInformation[start]!;
      if (value > savings[end]!) {
        savings[end] = value;
        lastSize[end] = size;
      }
    }
  }
  if (savings[length] === -Infinity) {
    throw new RangeError(
      `Cannot search schedules: sizes from ${smallest} to ${largest} must be able to sum to ${length}, and none do`,
    );
  }
  const sizes: number[] = [];
  for (let end = length; end > 0; end -= lastSize[end]!) sizes.push(lastSize[end]!);
  return maskSizes(sizes.reverse(), { length });
}
