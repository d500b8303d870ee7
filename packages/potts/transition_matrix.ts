import { MASS_TOLERANCE } from "@unmask/information";

/** A proved row-stochastic matrix, row-major: `values[x * states + y] = P(x, y)`. */
export interface TransitionMatrix {
  /** Number of states, `K`. */
  readonly states: number;
  /** `K * K` probabilities, row-major. */
  readonly values: Float64Array;
  /** Only {@linkcode transitionMatrix} makes one; the property exists in the type only. */
  readonly "proved as": "transition matrix";
}

/** Most states of a Markov chain: its stationary law costs `K^3`. */
export const STATE_LIMIT = 1024;

/**
 * Proves that `rows` is a transition matrix; the numbers are copied, never altered.
 *
 *     P(x, y) >= 0,   |sum_y P(x, y) - 1| <= 1e-9
 *
 * O(K^2) time and memory.
 *
 * @param rows `K` rows of `K` non-negative probabilities, each row summing to 1 within 1e-9
 * @returns The matrix, with the proof in the type
 * @throws {RangeError} On no rows, too many, a row of another length, a negative or non-finite
 *   entry, or a row that does not sum to 1
 */
export function transitionMatrix(rows: readonly ArrayLike<number>[]): TransitionMatrix {
  const states = rows.length;
  if (!(states >= 1 && states <= STATE_LIMIT)) {
    throw new RangeError(
      `Cannot use transitions: states must be from 1 to ${STATE_LIMIT}, got ${states}`,
    );
  }
  const values = new Float64Array(states * states);
  rows.forEach((row, x) => {
    if (row.length !== states) {
      throw new RangeError(
        `Cannot use transitions: row ${x} must have ${states} entries, got ${row.length}`,
      );
    }
    let sum = 0;
    for (let y = 0; y < states; y++) {
      const mass = row[y]!;
      if (!(mass >= 0 && mass < Infinity)) {
        throw new RangeError(
          `Cannot use transitions: every entry must be finite and at least 0, got ${mass} in row ${x}`,
        );
      }
      sum += mass;
      values[x * states + y] = mass;
    }
    if (!(Math.abs(sum - 1) <= MASS_TOLERANCE)) {
      throw new RangeError(
        `Cannot use transitions: row ${x} must sum to 1 within ${MASS_TOLERANCE}, got ${sum}`,
      );
    }
  });
  return Object.freeze({ states, values }) as TransitionMatrix;
}
