import { estimateMean } from "@unmask/information";
import type { ModelCurve } from "@unmask/measurement";
import type { NestedPaths } from "./nested_paths.ts";

/**
 * A model's curve from nested states, in which what the curve falls by from one count to the next is
 * measured on tokens that are masked in both states.
 *
 *     y_nk = mean loss with nothing revealed - sum_{m<k} mean_{j>m} ( loss_nmj - loss_n,m+1,j )
 *
 * Each term has the mean `g(m) - g(m+1)`, as the difference of mean losses at two counts has, without the
 * noise of one token more or less: about 6 times less variance of a path error, 2 times less of the sum
 * of the curve. O(n L^2).
 *
 * @param paths What a model says along nested states
 * @returns The curve at every count
 */
export function pairedCurve({ length, sequences, losses }: NestedPaths): ModelCurve {
  const bySequence = new Float64Array(sequences * length);
  for (let n = 0; n < sequences; n++) {
    const row = bySequence.subarray(n * length, (n + 1) * length);
    for (let j = 0; j < length; j++) row[0]! += losses[n * length * length + j]! / length;
    for (let k = 1; k < length; k++) {
      const after = (n * length + k) * length;
      const before = after - length;
      let fall = 0;
      for (let j = k; j < length; j++) fall += losses[before + j]! - losses[after + j]!;
      row[k] = row[k - 1]! - fall / (length - k);
    }
  }
  const estimates = Array.from({ length }, (_, k) =>
    estimateMean(
      Float64Array.from({ length: sequences }, (_, n) => bySequence[n * length + k]!),
    ));
  return {
    kind: "model-curve",
    length,
    counts: Int32Array.from({ length }, (_, k) => k),
    losses: Float64Array.from(estimates, ({ mean }) => mean),
    standardErrors: Float64Array.from(estimates, ({ standardError }) => standardError),
    sequences,
    draws: 1,
    bySequence,
  };
}
