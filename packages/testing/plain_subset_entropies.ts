import { entropyOfMasses } from "@unmask/information";

/**
 * Mean entropies of all subsets in plain loops, with `Math.log` for every cell: the oracle of
 * `meanSubsetEntropies`. About `(K + 1)^L` cells of time, `2 K^L` of memory.
 *
 * @param masses The law, row-major, last token fastest: `K^L` probabilities
 * @param shape `length` `L` and `vocabularySize` `K`
 * @returns `e_0 .. e_L` in nats
 */
export function plainSubsetEntropies(
  masses: Float64Array,
  shape: { length: number; vocabularySize: number },
): Float64Array {
  const { length, vocabularySize } = shape;
  const sums = new Float64Array(length + 1);
  // One table per number of tokens summed out: a branch only ever reads the table of its parent.
  const tables = Array.from(
    { length },
    (_, summedOut) => new Float64Array(vocabularySize ** (length - 1 - summedOut)),
  );

  const lost = new Float64Array(length + 1);
  // Kahan's compensation: thousands of equal terms, as of a uniform law, all round the same way.
  const add = (kept: number, entropy: number): void => {
    const term = entropy - lost[kept]!;
    const next = sums[kept]! + term;
    lost[kept] = (next - sums[kept]!) - term;
    sums[kept] = next;
  };

  // `table` holds `kept` decided tokens (slow) times the undecided ones (fast).
  const visit = (table: Float64Array, cells: number, undecided: number, kept: number): void => {
    if (undecided === 0) {
      add(kept, entropyOfMasses(table, cells));
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
