import type { InformationCurve } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { austin } from "./austin.ts";
import { averageSize } from "./average_size.ts";
import { type Bound, type BoundRow, respects, type TokenDoubt } from "./bound.ts";
import { fastDllm } from "./fast_dllm.ts";
import { dtcSchedule, tcSchedule } from "./known_correlation_bounds.ts";
import { liCaiCorollary1 } from "./li_cai_corollary_1.ts";
import { liCaiTheorem1 } from "./li_cai_theorem_1.ts";
import { liCaiTheorem2Lower } from "./li_cai_theorem_2_lower.ts";
import { liCaiTheorem2Upper } from "./li_cai_theorem_2_upper.ts";
import { pathError } from "./path_error.ts";
import { sharpMax } from "./sharp_max.ts";
import { sharpStep } from "./sharp_step.ts";
import { wainwrightGeometric } from "./wainwright_geometric.ts";

/** Every bound known here, in the order in which they are shown. */
export const bounds: readonly Bound[] = [
  liCaiTheorem1,
  liCaiCorollary1,
  liCaiTheorem2Upper,
  liCaiTheorem2Lower,
  sharpStep,
  sharpMax,
  averageSize,
  tcSchedule,
  dtcSchedule,
  austin,
  wainwrightGeometric,
  fastDllm,
];

/**
 * The bound with a given key.
 *
 * @param key Key of the bound, as on the command line
 * @returns The bound
 * @throws {RangeError} When there is none of that key
 */
export function boundOf(key: string): Bound {
  const bound = bounds.find((candidate) => candidate.key === key);
  if (bound === undefined) {
    throw new RangeError(
      `Cannot find a bound: its key must be one of ${
        bounds.map((known) => known.key).join(", ")
      }, got ${key}`,
    );
  }
  return bound;
}

/**
 * Every bound against the exact path error of one schedule.
 *
 * O(L) time per bound, but for the search of a witness to an existence statement.
 *
 * @param curve Exact information curve
 * @param sizes Mask sizes in order of unmasking
 * @param tokens What is known of single tokens; bounds that need it do not apply without it
 * @returns One row per bound, in the order of {@linkcode bounds}
 * @throws {RangeError} When the sizes do not sum to the curve's length
 */
export function boundRows(
  curve: InformationCurve,
  sizes: readonly number[],
  tokens?: TokenDoubt,
): BoundRow[] {
  const proved = maskSizes(sizes, { length: curve.length });
  return bounds.map((bound): BoundRow => {
    const { key, kind } = bound;
    if (!bound.applies(proved, tokens)) {
      return { key, kind, applies: false, value: null, holds: null };
    }
    const value = bound.evaluate(curve, proved, tokens);
    const judged = bound.witness ? bound.witness(curve, proved) : proved;
    const holds = judged === undefined ? null : respects(pathError(curve, judged), { value, kind });
    return { key, kind, applies: true, value, holds };
  });
}
