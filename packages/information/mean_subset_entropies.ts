import { RUN } from "./entropy_workspace.ts";
import { curveFromConditionalEntropies, type InformationCurve } from "./information_curve.ts";
import { sumsInParts } from "./subset_parts.ts";
import { isQuick, SubsetSums } from "./subset_sums.ts";

/** Most cells that {@linkcode meanSubsetEntropies} agrees to visit, a few seconds' work. */
export const SUBSET_CELL_LIMIT = 2 ** 30;

/**
 * Cells `(K + 1)^L` from which a table is worth several workers, a fifth of a second's work: its work is
 * done in parts that are the same on one thread.
 */
export const SUBSET_PARTS_FROM = 2 ** 26;

/**
 * Mean joint entropy of the tokens at `k` positions, for every `k`, of a dense law.
 *
 *     e_k = mean over |S| = k of H(X_S),   k = 0 .. L
 *
 * Positions are kept or summed out one after another, so that every marginal is computed once from
 * the smallest table that holds it: about `(K + 1)^L` cells of time, 3 to 7 ns each, and `2 K^L` of
 * memory. Logarithms are read off a table: each mean is within 3e-14 of itself of what `Math.log`
 * gives. `Math.log` takes 15 ns a cell, and is used where a mass is below 2^-1022, or where one of
 * more than 2^15 is above 1/2. The means are NaN where a mass is negative or NaN. From 2^26 cells on
 * they have the bytes that `SubsetWorkers` gives.
 *
 * @param masses The law, row-major, last token fastest: `K^L` probabilities
 * @param shape `length` `L` and `vocabularySize` `K`
 * @returns `e_0 .. e_L` in nats
 * @throws {RangeError} When `(K + 1)^L` is above {@linkcode SUBSET_CELL_LIMIT}, or there are not
 *   `K^L` masses
 */
export function meanSubsetEntropies(
  masses: Float64Array,
  shape: { length: number; vocabularySize: number },
): Float64Array {
  checkSubsetTable(masses, shape);
  if ((shape.vocabularySize + 1) ** shape.length >= SUBSET_PARTS_FROM) {
    const inParts = sumsInParts(masses, shape);
    if (inParts !== undefined) return meansOfSums(inParts);
  }
  const sums = new SubsetSums({ ...shape, isQuick: isQuick(masses) });
  sums.add({ masses, undecided: shape.length, kept: 0 });
  return meansOfSums(sums.sums);
}

/**
 * How far each of the means may be from the exact one, in nats.
 *
 *     ((n + 16) + L (K - 1)) u (H + 1),   n = min(K^L, 128),   u = 2^-53
 *
 * Terms `p ln p` are added up by `n` at a time, and compensation, logarithm and series come to less
 * than 16 roundings. A marginal mass is a sum of `K` values for each of at most `L` tokens, whose
 * relative error `d` moves the entropy by `d sum p |1 + ln p| <= d (H + 1)`. Equal masses, whose
 * roundings all go one way, reach a sixth of it. O(1).
 *
 * @param means `e_0 .. e_L` in nats
 * @param shape `length` `L` and `vocabularySize` `K`
 * @returns Nats
 */
export function roundingOfMeans(
  means: Float64Array,
  { length, vocabularySize }: { length: number; vocabularySize: number },
): number {
  const terms = Math.min(vocabularySize ** length, RUN) + 16;
  return (terms + length * (vocabularySize - 1)) * 2 ** -53 * (means[length]! + 1);
}

/**
 * The information curve of a law with these means, `f(k) = e_{k+1} - e_k`. O(L).
 *
 * @param means `e_0 .. e_L` in nats, as {@linkcode meanSubsetEntropies} gives them
 * @param shape `length` `L` and `vocabularySize` `K`
 * @returns The curve, which knows their rounding
 */
export function curveOfMeans(
  means: Float64Array,
  shape: { length: number; vocabularySize: number },
): InformationCurve {
  return curveFromConditionalEntropies(
    Float64Array.from({ length: shape.length }, (_, k) => means[k + 1]! - means[k]!),
    { rounding: 2 * roundingOfMeans(means, shape) },
  );
}

/**
 * Refuses a table whose subsets are too many, or that has not the shape.
 *
 * @param masses The law
 * @param shape `length` `L` and `vocabularySize` `K`
 * @throws {RangeError} As {@linkcode meanSubsetEntropies} does
 */
export function checkSubsetTable(
  masses: Float64Array,
  { length, vocabularySize }: { length: number; vocabularySize: number },
): void {
  const cost = (vocabularySize + 1) ** length;
  if (!(cost <= SUBSET_CELL_LIMIT)) {
    throw new RangeError(
      `Cannot compute all subset entropies: (K+1)^L must be at most ${SUBSET_CELL_LIMIT}, got ${
        vocabularySize + 1
      }^${length}`,
    );
  }
  if (masses.length !== vocabularySize ** length) {
    throw new RangeError(
      `Cannot compute all subset entropies: masses must be K^L = ${vocabularySize}^${length}, got ${masses.length}`,
    );
  }
}

/**
 * The means of sums over all subsets of each size.
 *
 * @param sums `L + 1` sums, by size; changed to their means
 * @returns The same array
 */
export function meansOfSums(sums: Float64Array): Float64Array {
  const length = sums.length - 1;
  let binomial = 1;
  for (let k = 0; k <= length; k++) {
    sums[k]! /= binomial;
    binomial = binomial * (length - k) / (k + 1);
  }
  return sums;
}
