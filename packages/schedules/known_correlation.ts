import { largestThat } from "./largest_that.ts";
import { type MaskSizes, maskSizes } from "./mask_sizes.ts";
import { checkStepCount } from "./step_count.ts";

/**
 * The schedule for a law of which the total correlation alone is known: large sets first.
 *
 *     zeta = 1 + ceil(TC / eps),   N_0 = 0,   N_i = floor(N_{i-1} + (L - N_{i-1}) / zeta),   i <= lam
 *     lam  = floor(log(L - zeta + 1) / log(1 / (1 - 1/zeta))) + 2,   then one token a step
 *
 * Its path error is at most `TC / (zeta - 1) <= eps` for every law of that total correlation. All
 * ones from `zeta = L + 1` on. O(L) time.
 *
 * @param options `length` `L`, an integer of at least 1; `zeta`, an integer of at least 2
 * @returns Mask sizes in order of unmasking, at most `2 + (1 + ln L) zeta` of them
 * @throws {RangeError} On a length or zeta out of range
 * @see Chen, Cong, Li, arXiv 2511.04647, Theorem 9
 */
export function totalCorrelationSchedule(options: { length: number; zeta: number }): MaskSizes {
  const { length } = options;
  checkOptions(options);
  return maskSizes(sizesOf(options, Infinity)!, { length });
}

/**
 * The finest of the schedules of {@linkcode totalCorrelationSchedule} with at most so many steps.
 *
 *     the largest zeta with at most T steps:   EKL <= TC / (zeta - 1)
 *
 * The tokens left fall by `max(1, floor(left / zeta))` in a step, which leaves more the more there
 * were and the larger `zeta` is; so the number of steps does not fall with `zeta`, and bisection
 * finds it. O(T log L) time.
 *
 * @param options `length` `L`, an integer of at least 1; `steps` `T`, an integer of at least 1
 * @returns Mask sizes in order of unmasking, `T` or fewer; undefined where `zeta = 2` takes more
 * @throws {RangeError} On a length or steps out of range
 * @see Chen, Cong, Li, arXiv 2511.04647, Theorem 9
 */
export function finestTotalCorrelationSchedule(
  options: { length: number; steps: number },
): MaskSizes | undefined {
  const { length, steps } = options;
  checkStepCount(options);
  const zeta = largestThat((zeta) => sizesOf({ length, zeta }, steps) !== undefined, {
    least: 2,
    most: Math.max(2, length),
  });
  return zeta === undefined ? undefined : totalCorrelationSchedule({ length, zeta });
}

/**
 * The finest of the schedules of {@linkcode dualTotalCorrelationSchedule} with at most so many steps,
 * the mirror of {@linkcode finestTotalCorrelationSchedule}.
 *
 *     the largest zeta with at most T steps:   EKL <= DTC / (zeta - 1)
 *
 * O(T log L) time.
 *
 * @param options `length` `L`, an integer of at least 1; `steps` `T`, an integer of at least 1
 * @returns Mask sizes in order of unmasking, `T` or fewer; undefined where `zeta = 2` takes more
 * @throws {RangeError} On a length or steps out of range
 * @see Chen, Cong, Li, arXiv 2511.04647, Theorem 9
 */
export function finestDualTotalCorrelationSchedule(
  options: { length: number; steps: number },
): MaskSizes | undefined {
  const mirror = finestTotalCorrelationSchedule(options);
  return mirror && maskSizes(mirror.toReversed(), options);
}

/** The sizes for a known TC, given up where there are more than `most`. */
function sizesOf(
  { length, zeta }: { length: number; zeta: number },
  most: number,
): number[] | undefined {
  const sizes: number[] = [];
  let revealed = 0;
  if (zeta <= length) {
    // The sizes reach 0 within lam of these steps, since each takes the excess of the tokens left
    // over zeta - 1 to at most 1 - 1/zeta of it; so lam need not be computed.
    for (;;) {
      const size = Math.floor((length - revealed) / zeta);
      if (size === 0 || sizes.length > most) break;
      sizes.push(size);
      revealed += size;
    }
  }
  if (!(sizes.length + length - revealed <= most)) return undefined;
  for (; revealed < length; revealed++) sizes.push(1);
  return sizes;
}

/**
 * The schedule for a law of which the dual total correlation alone is known: large sets last.
 *
 *     zeta = 1 + ceil(DTC / eps),   N'_0 = L,   N'_i = ceil(N'_{i-1} (1 - 1/zeta)),   i <= lam
 *
 * then one token a step down to 0, and all of it reversed. Its path error is at most
 * `DTC / (zeta - 1) <= eps` for every law of that dual total correlation. It is the mirror of
 * {@linkcode totalCorrelationSchedule}. O(L) time.
 *
 * @param options `length` `L`, an integer of at least 1; `zeta`, an integer of at least 2
 * @returns Mask sizes in order of unmasking, at most `2 + (1 + ln L) zeta` of them
 * @throws {RangeError} On a length or zeta out of range
 * @see Chen, Cong, Li, arXiv 2511.04647, Theorem 9
 */
export function dualTotalCorrelationSchedule(
  options: { length: number; zeta: number },
): MaskSizes {
  // N' - ceil(N' (1 - 1/zeta)) = floor(N' / zeta): the masked count falls as the revealed count of
  // the other schedule leaves fewer tokens to reveal.
  return maskSizes(totalCorrelationSchedule(options).toReversed(), options);
}

function checkOptions({ length, zeta }: { length: number; zeta: number }): void {
  if (!(Number.isSafeInteger(length) && length >= 1)) {
    throw new RangeError(
      `Cannot make a schedule: length must be an integer of at least 1, got ${length}`,
    );
  }
  if (!(Number.isSafeInteger(zeta) && zeta >= 2)) {
    throw new RangeError(
      `Cannot make a schedule: zeta must be an integer of at least 2, got ${zeta}`,
    );
  }
}
