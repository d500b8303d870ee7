import type { InformationCurve } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { type Bound, type BoundRow, respects } from "./bound.ts";
import { liCaiCorollary1 } from "./li_cai_corollary_1.ts";
import { liCaiTheorem1 } from "./li_cai_theorem_1.ts";
import { pathError } from "./path_error.ts";
import { sharpMax } from "./sharp_max.ts";

/** Every bound known here, in the order in which they are shown. */
export const bounds: readonly Bound[] = [liCaiTheorem1, liCaiCorollary1, sharpMax];

/**
 * Every bound against the exact path error of one schedule.
 *
 * O(L) time per bound.
 *
 * @param curve Exact information curve
 * @param sizes Mask sizes in order of unmasking
 * @returns One row per bound, in the order of {@linkcode bounds}
 * @throws {RangeError} When the sizes do not sum to the curve's length
 */
export function boundRows(curve: InformationCurve, sizes: readonly number[]): BoundRow[] {
  const proved: MaskSizes = maskSizes(sizes, { length: curve.length });
  const error = pathError(curve, proved);
  return bounds.map((bound) => {
    const { key, kind } = bound;
    if (!bound.applies(proved)) return { key, kind, applies: false, value: null, holds: null };
    const value = bound.evaluate(curve, proved);
    return { key, kind, applies: true, value, holds: respects(error, { value, kind }) };
  });
}
