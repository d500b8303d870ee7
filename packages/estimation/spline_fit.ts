import { choleskyFactor, choleskySolve } from "./cholesky.ts";
import type { LossLog } from "./loss_log.ts";
import { type LossRows, lossRows } from "./loss_rows.ts";
import { roughness } from "./roughness.ts";
import type { SplineBasis } from "./spline_basis.ts";

/**
 * Share of the penalty in the fit that is not smoothed: it decides only what the log does not, and
 * there the standard errors are large.
 */
const LEAST_PENALTY = 1e-9;

/** Least-squares splines through a log's places: what is the same for all losses there. */
export interface SplineFit {
  /** The functions. */
  readonly basis: SplineBasis;
  /** Expected losses by function. */
  readonly rows: LossRows;
  /** `A = X^T W X`, row-major. */
  readonly normal: Float64Array;
  /** `P`: the coefficients' roughness is `b^T P b`. */
  readonly penalty: Float64Array;
  /** The penalty of weight 1: `trace A / trace P`. */
  readonly scale: number;
  /** Cholesky factor of `A`, the least penalty added; `A^-1` is the covariance of the coefficients. */
  readonly factor: Float64Array;
}

/**
 * Prepares least-squares fits of a spline to losses at the places of a log.
 *
 * O(places w^2 + n^3) for windows of `w` among `n` functions.
 *
 * @param log The log; its losses are not used
 * @param basis Splines on `[0, L-1]`
 * @returns The matrices
 */
export function splineFit(log: Omit<LossLog, "losses">, basis: SplineBasis): SplineFit {
  const { size } = basis;
  const rows = lossRows(log, basis);
  const normal = new Float64Array(size * size);
  for (let i = 0; i < rows.values.length; i++) {
    const row = rows.values[i]!;
    const start = rows.first[i]!;
    const weight = 1 / log.variances[i]!;
    for (let a = 0; a < row.length; a++) {
      const scaled = weight * row[a]!;
      const target = (start + a) * size + start;
      for (let b = 0; b < row.length; b++) normal[target + b]! += scaled * row[b]!;
    }
  }
  const penalty = roughness(basis.abscissae);
  const scale = trace(normal, size) / trace(penalty, size);
  const factor = choleskyFactor(
    normal.map((value, i) => value + LEAST_PENALTY * scale * penalty[i]!),
    size,
  );
  return { basis, rows, normal, penalty, scale, factor };
}

/**
 * The coefficients nearest to losses, not smoothed.
 *
 * Linear in the losses, so that what is linear in the coefficients has an exact standard error.
 *
 * @param fit Fit at the places of the losses
 * @param log `losses` and their `variances`
 * @returns Coefficients of the spline
 */
export function leastSquares(
  fit: SplineFit,
  log: Pick<LossLog, "losses" | "variances">,
): Float64Array {
  return choleskySolve(fit.factor, rightSide(fit, log));
}

/** `X^T W y`. */
function rightSide(
  { basis, rows }: SplineFit,
  { losses, variances }: Pick<LossLog, "losses" | "variances">,
): Float64Array {
  const side = new Float64Array(basis.size);
  for (let i = 0; i < losses.length; i++) {
    const row = rows.values[i]!;
    const start = rows.first[i]!;
    const weighted = losses[i]! / variances[i]!;
    for (let a = 0; a < row.length; a++) side[start + a]! += weighted * row[a]!;
  }
  return side;
}

/**
 * How far losses are from a fit: the sum of squared departures over their variances.
 *
 * @param fit The fit
 * @param log `losses` and their `variances`
 * @param coefficients Coefficients of the spline
 * @returns Chi-square statistic, at least 0
 */
export function misfit(
  { rows }: SplineFit,
  { losses, variances }: Pick<LossLog, "losses" | "variances">,
  coefficients: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < losses.length; i++) {
    const row = rows.values[i]!;
    const start = rows.first[i]!;
    let expected = 0;
    for (let a = 0; a < row.length; a++) expected += row[a]! * coefficients[start + a]!;
    sum += (losses[i]! - expected) ** 2 / variances[i]!;
  }
  return sum;
}

function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * size + i]!;
  return sum;
}
