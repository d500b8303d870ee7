import { binomialWindow } from "./binomial_window.ts";
import type { LossLog } from "./loss_log.ts";
import type { SplineBasis } from "./spline_basis.ts";

/** What each place of a log expects of each basis function; zero outside its window. */
export interface LossRows {
  /** First function of each place's window. */
  readonly first: Int32Array;
  /** Expectations in the windows, place by place. */
  readonly values: readonly Float64Array[];
}

/**
 * The expected loss at each place, as a linear form in the coefficients of a spline.
 *
 *     revealed k:          B_l(k)
 *     masked fraction m:   sum_j Binomial(j; L-1, 1-m) B_l(j)
 *
 * so that a spline fitted to losses at masked fractions is the curve itself and not its binomial
 * average. O(1) a revealed count, O(sqrt(L)) a fraction.
 *
 * @param log The log; only its geometry is used
 * @param basis Splines on `[0, L-1]`
 * @returns One row for each place
 */
export function lossRows(
  log: Pick<LossLog, "length" | "coordinate" | "places">,
  basis: SplineBasis,
): LossRows {
  const { length, coordinate, places } = log;
  const first = new Int32Array(places.length);
  const values: Float64Array[] = [];
  const four = new Float64Array(4);
  for (let i = 0; i < places.length; i++) {
    if (coordinate === "revealed") {
      first[i] = basis.evaluate(places[i]!, four);
      values.push(four.slice());
      continue;
    }
    const window = binomialWindow(length - 1, places[i]!);
    const start = basis.evaluate(window.first, four);
    const end = basis.evaluate(window.first + window.masses.length - 1, four) + 4;
    const row = new Float64Array(end - start);
    for (let j = 0; j < window.masses.length; j++) {
      const at = basis.evaluate(window.first + j, four) - start;
      const mass = window.masses[j]!;
      for (let l = 0; l < 4; l++) row[at + l]! += mass * four[l]!;
    }
    first[i] = start;
    values.push(row);
  }
  return { first, values };
}
