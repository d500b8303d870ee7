import { curveFromTokenMutualInformation, type InformationCurve } from "@unmask/information";

/**
 * The curve whose token mutual information rises in equal steps, for which errors and optima have
 * one-line formulas.
 *
 *     Z_j = (j - 1) ln 2 / L,   f(0) = ln 2,   EKL(sizes) = (ln 2 / L) sum_t sizes[t] (sizes[t] - 1) / 2
 *
 * Balanced sizes are the best ones in any number of steps, by convexity.
 *
 * @param length `L`
 * @returns The curve, in nats
 */
export function straightCurve(length: number): InformationCurve {
  // The factor ln 2 keeps the values from being exact in binary, which would hide rounding.
  return curveFromTokenMutualInformation(
    Math.LN2,
    Float64Array.from({ length }, (_, j) => j * Math.LN2 / length),
  );
}

/**
 * Path error of balanced sizes on the straight curve of the same length.
 *
 *     q = floor(L / T), r = L - q T:   EKL = (ln 2 / 2 L) ((T - r) q (q - 1) + r (q + 1) q)
 *
 * @param length `L`
 * @param steps `T`
 * @returns Path error in nats
 */
export function balancedError(length: number, steps: number): number {
  const smaller = Math.floor(length / steps);
  const larger = length - smaller * steps;
  const pairs = (steps - larger) * smaller * (smaller - 1) + larger * (smaller + 1) * smaller;
  return pairs * Math.LN2 / (2 * length);
}
