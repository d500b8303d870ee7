/**
 * The log-probability of a token that is never predicted: JSON has no minus infinity, and the
 * exponential of this is 0.
 */
export const NEVER = -1e30;

/**
 * Logits as log-probabilities, in double precision.
 *
 *     ln phat(y) = logit(y) - ln sum_y' exp(logit(y')),   both sums over the tokens that are not excluded
 *
 * O(K) time.
 *
 * @param logits The row, `K` logits; minus infinity for a token that is never predicted
 * @param excluded Tokens to leave out of the law: they get {@linkcode NEVER}
 * @returns `K` log-probabilities in nats whose exponentials sum to 1
 * @throws {RangeError} On a logit that is NaN or infinite, or when every token is excluded
 */
export function logSoftmax(logits: Float32Array, excluded: readonly number[] = []): number[] {
  const row = Array.from(logits);
  for (const token of excluded) row[token] = -Infinity;
  let most = -Infinity;
  for (const logit of row) {
    if (!(logit < Infinity)) {
      throw new RangeError(`its logits must be finite, got ${logit}`);
    }
    most = Math.max(most, logit);
  }
  if (most === -Infinity) {
    throw new RangeError("some token must be possible, got none");
  }
  let sum = 0;
  for (const logit of row) sum += Math.exp(logit - most);
  const norm = most + Math.log(sum);
  return row.map((logit) => Math.max(NEVER, logit - norm));
}
