import { entropyOfMasses } from "./entropy.ts";

/** Most cells that {@linkcode meanSubsetEntropies} agrees to visit, a few seconds' work. */
export const SUBSET_CELL_LIMIT = 2 ** 28;

/**
 * Mean joint entropy of the tokens at `k` positions, for every `k`, of a dense law.
 *
 *     e_k = mean over |S| = k of H(X_S),   k = 0 .. L
 *
 * Positions are kept or summed out one after another, so that every marginal is computed once from
 * the smallest table that holds it: about `(K + 1)^L` cells of time, `2 K^L` of memory.
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
  const { length, vocabularySize } = shape;
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
  const sums = new Float64Array(length + 1);
  // One table per number of tokens summed out: a branch only ever reads the table of its parent.
  const tables = Array.from(
    { length },
    (_, summedOut) => new Float64Array(vocabularySize ** (length - 1 - summedOut)),
  );

  // `table` holds `kept` decided tokens (slow) times the undecided ones (fast).
  const visit = (table: Float64Array, cells: number, undecided: number, kept: number): void => {
    if (undecided === 0) {
      sums[kept]! += entropyOfMasses(table, cells);
      return;
    }
    // The first undecided token leads the fast part: one block of `stride` cells per value.
    const stride = vocabularySize ** (undecided - 1);
    const rest = tables[length - undecided - kept]!;
    const blocks = cells / (stride * vocabularySize);
    visitSummedOut(table, rest, { blocks, stride, undecided, kept });
    visit(table, cells, undecided - 1, kept + 1);
  };

  const visitSummedOut = (
    table: Float64Array,
    rest: Float64Array,
    at: { blocks: number; stride: number; undecided: number; kept: number },
  ): void => {
    const { blocks, stride, undecided, kept } = at;
    for (let block = 0; block < blocks; block++) {
      const from = block * stride * vocabularySize;
      const to = block * stride;
      for (let cell = 0; cell < stride; cell++) {
        let sum = 0;
        for (let value = 0; value < vocabularySize; value++) {
          sum += table[from + value * stride + cell]!;
        }
        rest[to + cell] = sum;
      }
    }
    visit(rest, blocks * stride, undecided - 1, kept);
  };

  visit(masses, masses.length, length, 0);
  let binomial = 1;
  for (let k = 0; k <= length; k++) {
    sums[k]! /= binomial;
    binomial = binomial * (length - k) / (k + 1);
  }
  return sums;
}
