import { estimateMean } from "@unmask/information";

/**
 * A model's curve on held-out text: an estimate of the information curve of the text plus the
 * model's own error at each number of revealed tokens. The two cannot be told apart, so it is never
 * an exact `InformationCurve`, and it need not fall everywhere.
 *
 *     g(k) = E[ -ln phat_i(X_i | X_W) ],   |W| = k,  i not in W
 *          = f(k) + E KL( p*_i(.|X_W) || phat_i(.|X_W) )
 *
 * `W` are unmasked positions; those that are always revealed are revealed besides.
 */
export interface ModelCurve {
  /** What it is, so that it cannot pass for an exact curve. */
  readonly kind: "model-curve";
  /** Positions to unmask, `F`. */
  readonly length: number;
  /** Revealed counts at which it was measured, ascending in `0 .. F - 1`. */
  readonly counts: Int32Array;
  /** Mean loss of a masked token at each count, in nats. */
  readonly losses: Float64Array;
  /** Standard errors of these, by sequence, in nats. */
  readonly standardErrors: Float64Array;
  /** Sequences that it rests on, `n`. */
  readonly sequences: number;
  /** Orders drawn for each sequence. */
  readonly draws: number;
  /**
   * Row-major, `n` rows with the mean losses of one sequence: a number that is linear in the curve
   * has the standard error of its values for the sequences, whatever their covariance.
   */
  readonly bySequence: Float64Array;
}

/**
 * A curve from the mean losses of sequences. O(sequences counts).
 *
 * @param bySequence Row-major, a row for each sequence
 * @param parts `length`, `counts` and `draws` of the curve
 * @returns The curve
 * @throws {RangeError} On fewer than 2 sequences
 */
export function modelCurve(
  bySequence: Float64Array,
  parts: { length: number; counts: Int32Array; draws: number },
): ModelCurve {
  const { length, counts, draws } = parts;
  const sequences = bySequence.length / counts.length;
  const estimates = Array.from(counts, (_, j) =>
    estimateMean(
      Float64Array.from({ length: sequences }, (_, n) => bySequence[n * counts.length + j]!),
    ));
  return {
    kind: "model-curve",
    length,
    counts,
    losses: Float64Array.from(estimates, ({ mean }) => mean),
    standardErrors: Float64Array.from(estimates, ({ standardError }) => standardError),
    sequences,
    draws,
    bySequence,
  };
}

/**
 * The curve of some of the sequences.
 *
 * @param curve The curve
 * @param rows Numbers of at least 2 sequences
 * @returns Their curve
 */
export function curveOfSequences(curve: ModelCurve, rows: Int32Array): ModelCurve {
  const { counts, bySequence } = curve;
  const some = new Float64Array(rows.length * counts.length);
  rows.forEach((row, n) => {
    const from = row * counts.length;
    some.set(bySequence.subarray(from, from + counts.length), n * counts.length);
  });
  return modelCurve(some, curve);
}
