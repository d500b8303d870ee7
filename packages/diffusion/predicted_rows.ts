import type { SequenceSpace } from "@unmask/information";
import type { MaskPredictor } from "./mask_predictor.ts";

/**
 * How far from 1 a predicted row may sum: single-precision models lose this much in a softmax over
 * a large vocabulary, and nothing that is a law loses more.
 */
export const ROW_TOLERANCE = 1e-5;

/** Most doubles that one model evaluation may fill, 512 MiB. */
export const PREDICTION_CELL_LIMIT = 2 ** 26;

/**
 * Room for the predictions of some positions, taken once for all iterations.
 *
 * @param predictor The mask predictor
 * @param positions Most positions predicted at once
 * @returns `positions` rows of `vocabularySize` doubles
 * @throws {RangeError} When they are more than {@linkcode PREDICTION_CELL_LIMIT} doubles
 */
export function predictionRows(predictor: SequenceSpace, positions: number): Float64Array {
  const { vocabularySize } = predictor;
  if (!(positions * vocabularySize <= PREDICTION_CELL_LIMIT)) {
    throw new RangeError(
      `Cannot predict so many tokens at once: positions times vocabulary must be at most ${PREDICTION_CELL_LIMIT}, got ${positions} x ${vocabularySize}`,
    );
  }
  return new Float64Array(positions * vocabularySize);
}

/**
 * One model evaluation, checked: every row is a law over the vocabulary.
 *
 *     phat_i(y) >= 0,   |sum_y phat_i(y) - 1| <= 1e-5
 *
 * Cost of the predictor plus O(m K) for `m` positions.
 *
 * @param predictor The mask predictor
 * @param options `state` before the iteration, masked `positions` to predict, and the number of the
 *   `iteration`, counted from 0, for messages
 * @param out Receives `positions.length` rows of `vocabularySize` probabilities
 * @throws {RangeError} When a row holds a NaN or negative entry, was not filled, or does not sum to
 *   1, or the predictor throws, naming the position and the iteration
 */
export function predictRows(
  predictor: MaskPredictor,
  options: { state: Int32Array; positions: Int32Array; iteration: number },
  out: Float64Array,
): void {
  const { positions, iteration } = options;
  const { vocabularySize } = predictor;
  // What the last iteration left must not pass for a prediction that this one failed to make.
  out.fill(NaN, 0, positions.length * vocabularySize);
  predict(predictor, options, out.subarray(0, positions.length * vocabularySize));
  checkRows(out, { vocabularySize, positions, iteration });
}

/**
 * Checks that every row predicted is a law over the vocabulary. O(m K) for `m` positions.
 *
 * @param rows Row-major, a row of `vocabularySize` probabilities for each position
 * @param options `vocabularySize`; the `positions` and the number of the `iteration`, for messages
 * @throws {RangeError} When a row holds a NaN or negative entry, or does not sum to 1, naming the
 *   position and the iteration
 */
export function checkRows(
  rows: Float64Array,
  options: { vocabularySize: number; positions: Int32Array; iteration: number },
): void {
  const { vocabularySize, positions, iteration } = options;
  for (let row = 0; row < positions.length; row++) {
    const sum = massOf(rows, { from: row * vocabularySize, count: vocabularySize });
    if (!(Math.abs(sum - 1) <= ROW_TOLERANCE)) {
      throw new RangeError(
        `Cannot use a prediction: the row of position ${
          positions[row]
        } in iteration ${iteration} must be non-negative and sum to 1, got a sum of ${sum}`,
      );
    }
  }
}

/** Asks the predictor; where its rows are too long for `out`, the refusal names the place. */
function predict(
  predictor: MaskPredictor,
  { state, positions, iteration }: { state: Int32Array; positions: Int32Array; iteration: number },
  out: Float64Array,
): void {
  try {
    predictor.predict(state, positions, out);
  } catch (cause) {
    // A law that refuses says why; a typed array that is too short does not say where.
    if (!(cause instanceof RangeError) || cause.message.startsWith("Cannot ")) throw cause;
    const few = positions.length > 8
      ? `${positions.slice(0, 8).join(", ")}, ..`
      : positions.join(", ");
    throw new RangeError(
      `Cannot use a prediction: the predictor must fill ${positions.length} rows of ${predictor.vocabularySize} for positions ${few} in iteration ${iteration}, got "${cause.message}"`,
      { cause },
    );
  }
}

/**
 * Whether a row is a law, as {@linkcode predictRows} demands of every row. O(K).
 *
 * @param row `vocabularySize` numbers
 * @returns True where all are at least 0 and they sum to 1 within {@linkcode ROW_TOLERANCE}
 */
export function isLaw(row: Float64Array): boolean {
  return Math.abs(massOf(row, { from: 0, count: row.length }) - 1) <= ROW_TOLERANCE;
}

/** The sum of some masses, NaN where one is negative or NaN. */
function massOf(masses: Float64Array, { from, count }: { from: number; count: number }): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += masses[i]! >= 0 ? masses[i]! : NaN;
  return sum;
}
