import { JointTable, TABLE_CELL_LIMIT } from "./joint_table.ts";
import { sequenceOfCell } from "./sequence_cell.ts";
import type { LogProbability } from "./source.ts";

/**
 * The law that remembers only the last few tokens of another: its n-gram approximation.
 *
 *     q(x) = prod_i p(x_i | x_{i-order} .. x_{i-1})
 *
 * The product of the marginals at order 0, the law itself at order `L - 1`. It has the law's
 * marginals on every window of `order + 1` tokens, and the least divergence from the law,
 * `sum_i H(X_i | X_{i-order} .. X_{i-1}) - H(X)`, among laws with so short a memory. It gives every
 * sequence of the law a positive probability. O(L K^L) time and memory `16 K^L` bytes.
 *
 * @param law The law, by the probabilities of its sequences
 * @param options `order`, tokens remembered, an integer from 0 to `L - 1`
 * @returns The approximation, a table
 * @throws {RangeError} On another order, or more than {@linkcode TABLE_CELL_LIMIT} sequences
 */
export function markovApproximation(
  law: LogProbability,
  { order }: { order: number },
): JointTable {
  const { length, vocabularySize } = law;
  if (!(Number.isSafeInteger(order) && order >= 0 && order < length)) {
    throw new RangeError(
      `Cannot approximate a law: order must be an integer from 0 to ${length - 1}, got ${order}`,
    );
  }
  const cells = vocabularySize ** length;
  if (!(cells <= TABLE_CELL_LIMIT)) {
    throw new RangeError(
      `Cannot approximate a law: sequences K^L must be at most ${TABLE_CELL_LIMIT}, got ${vocabularySize}^${length}`,
    );
  }
  const masses = massesOf(law);
  const approximation = new Float64Array(cells).fill(1);
  for (let i = 0; i < length; i++) {
    const first = Math.max(0, i - order);
    const window = windowLaw(masses, { law, first, last: i });
    // The token is the last digit of its window, so its rivals are the K cells around it.
    const context = new Float64Array(window.length / vocabularySize);
    for (let w = 0; w < window.length; w++) context[Math.floor(w / vocabularySize)]! += window[w]!;
    const place = vocabularySize ** (length - 1 - i);
    for (let cell = 0; cell < cells; cell++) {
      if (approximation[cell] === 0) continue;
      const w = Math.floor(cell / place) % window.length;
      // A window that cannot occur makes the sequence impossible; its context may be impossible too.
      approximation[cell]! *= window[w] === 0
        ? 0
        : window[w]! / context[Math.floor(w / vocabularySize)]!;
    }
  }
  return JointTable.fromProbabilities(approximation, law);
}

function massesOf(law: LogProbability): Float64Array {
  if (law instanceof JointTable) return law.probabilities;
  const tokens = new Int32Array(law.length);
  return Float64Array.from({ length: law.vocabularySize ** law.length }, (_, cell) => {
    sequenceOfCell(cell, law.vocabularySize, tokens);
    return Math.exp(law.logProbability(tokens));
  });
}

/** The law of the tokens from `first` to `last`, row-major, last fastest. */
function windowLaw(
  masses: Float64Array,
  { law, first, last }: { law: LogProbability; first: number; last: number },
): Float64Array {
  const { length, vocabularySize } = law;
  const window = new Float64Array(vocabularySize ** (last - first + 1));
  const place = vocabularySize ** (length - 1 - last);
  for (let cell = 0; cell < masses.length; cell++) {
    window[Math.floor(cell / place) % window.length]! += masses[cell]!;
  }
  return window;
}
