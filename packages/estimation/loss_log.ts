/** How the rows of a log say where a loss was measured. */
export type LossCoordinate = "revealed" | "masked-fraction";

/** Where the variances of a log come from. */
export interface LossNoise {
  /** `given` with the rows, or `estimated` from their scatter. */
  readonly kind: "given" | "estimated";
  /** Degrees of freedom of the estimate; infinite where the variances are given. */
  readonly degreesOfFreedom: number;
}

/**
 * A log of losses, one entry for each place: the data that a curve is estimated from.
 *
 *     revealed k:          E loss = f(k)
 *     masked fraction m:   E loss = sum_j Binomial(j; L-1, 1-m) f(j)
 *
 * with `f` the information curve plus the predictor's own error. Made by `LossLogBuilder`.
 */
export interface LossLog {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** What `places` are. */
  readonly coordinate: LossCoordinate;
  /** Increasing: revealed tokens `k` in `[0, L-1]`, or revealed fractions `1 - m` in `[0, 1]`. */
  readonly places: Float64Array;
  /** Mean loss at each place, in nats per masked token. */
  readonly losses: Float64Array;
  /** Variance of each mean, in nats squared, positive. */
  readonly variances: Float64Array;
  /** Where the variances come from. */
  readonly noise: LossNoise;
  /** Rows that the log was made of. */
  readonly rows: number;
  /** Rows that share their place with an earlier one: they were merged. */
  readonly repeated: number;
  /** Whether there were so many places that neighbours were put into one bin. */
  readonly binned: boolean;
  /** Whether the losses are the isotonic regression of those that were given. */
  readonly flattened?: boolean;
}

/**
 * Where a place of a log lies among the counts of revealed tokens.
 *
 * @param log The log
 * @param place One of its places
 * @returns Revealed tokens, `(L-1)(1-m)` for a masked fraction
 */
export function revealedAt(log: Pick<LossLog, "length" | "coordinate">, place: number): number {
  return log.coordinate === "revealed" ? place : (log.length - 1) * place;
}
