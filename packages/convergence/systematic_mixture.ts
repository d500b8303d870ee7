import { type MaskSizes, maskSizes } from "@unmask/schedules";

/** A schedule with the probability of being drawn. */
export interface WeightedSchedule {
  /** Its probability; those of a mixture sum to 1. */
  readonly weight: number;
  /** Mask sizes in order of unmasking. */
  readonly sizes: MaskSizes;
}

/** Cut points that are closer than this share of one step differ by rounding alone. */
const SLIVER = 2 ** -44;

/**
 * The mixture of schedules with given cut probabilities that leaves the longest gaps least likely.
 *
 *     N_i = least k with m_1 + .. + m_k > U + i - 1,   i = 1 .. T-1,   U uniform in (0, 1)
 *
 * systematic sampling: one number is drawn and every cut follows from it. Then no cut is in `k .. i`
 * with probability `max(0, 1 - m_k - .. - m_i)`, for all `k` and `i` at once, and no random schedule
 * with these probabilities has less. O(L T log L) time, at most `L` schedules.
 *
 * @param probabilities `m_k` at `k = 0 .. L-1`, in [0, 1] up to rounding; `m_0` is taken to be 1
 * @param options `steps` `T`: the probabilities from 1 on sum to `T - 1` up to rounding
 * @returns The schedules, each in exactly `T` steps, by rising `U`
 */
export function systematicMixture(
  probabilities: Float64Array,
  options: { steps: number },
): WeightedSchedule[] {
  const { length } = probabilities;
  const { steps } = options;
  const levels = new Float64Array(length);
  for (let k = 1; k < length; k++) levels[k] = levels[k - 1]! + probabilities[k]!;
  const total = levels[length - 1]!;
  const scale = total > 0 ? (steps - 1) / total : 1;
  for (let k = 1; k < length; k++) levels[k]! *= scale;
  const mixture: WeightedSchedule[] = [];
  let from = 0;
  for (const to of [...levels.map((level) => level - Math.floor(level)).sort(), 1]) {
    const last = to === 1;
    if (to - from <= SLIVER && !last) continue;
    // What is left of a sliver at the end goes to the schedule before it.
    if (1 - to <= SLIVER && !last) continue;
    const cuts = cutsAt(levels, { offset: (from + to) / 2, steps });
    mixture.push({ weight: to - from, sizes: sizesBetween(cuts, length) });
    from = to;
  }
  return mixture;
}

/** The `T - 1` cuts of one `U`, each after the one before and with room for those to come. */
function cutsAt(
  levels: Float64Array,
  { offset, steps }: { offset: number; steps: number },
): number[] {
  const { length } = levels;
  const cuts: number[] = [];
  let previous = 0;
  for (let i = 0; i < steps - 1; i++) {
    let low = previous + 1;
    let high = length - (steps - 1 - i);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (levels[middle]! > offset + i) high = middle;
      else low = middle + 1;
    }
    cuts.push(low);
    previous = low;
  }
  return cuts;
}

function sizesBetween(cuts: readonly number[], length: number): MaskSizes {
  return maskSizes([...cuts, length].map((cut, i) => cut - (cuts[i - 1] ?? 0)), { length });
}
