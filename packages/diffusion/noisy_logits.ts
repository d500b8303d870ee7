import { drawNormals, streamFamily } from "@unmask/random";
import { withChangedRows } from "./changed_rows.ts";
import type { MaskPredictor } from "./mask_predictor.ts";
import { softmaxRow } from "./softmax_row.ts";

/** Largest scale of noise: times a normal number of at most 8.6 it is still a double. */
const SCALE_LIMIT = 1e300;

/**
 * A predictor with Gaussian noise on its log-probabilities.
 *
 *     phat_i(y) ~ exp(ln p_i(y) + scale g_y),   g_y standard normal
 *
 * The noise is a fixed function of the seed, the state and the position, as a trained network's
 * mistakes are: the same state gets the same answer whatever was asked before. A token of
 * probability 0 keeps it. O(L) for the state, O(K) a row.
 *
 * @param predictor The predictor to depart from
 * @param options `scale`, the standard deviation of the noise in nats, in `[0, 1e300]`; `seed`, an
 *   integer in `[0, 2^53 - 1]`
 * @returns The noisy predictor
 * @throws {RangeError} On another scale or seed
 */
export function noisyLogits(
  predictor: MaskPredictor,
  { scale, seed }: { scale: number; seed: number },
): MaskPredictor {
  if (!(scale >= 0 && scale <= SCALE_LIMIT)) {
    throw new RangeError(
      `Cannot add noise to a predictor: scale must be from 0 to ${SCALE_LIMIT}, got ${scale}`,
    );
  }
  const noiseOf = (state: Int32Array): ReturnType<typeof streamFamily> =>
    streamFamily({ seed, cell: state.join(), purpose: "noisy logits" });
  // A bad seed is refused here, not at the first prediction.
  noiseOf(new Int32Array(0));
  const last = new Int32Array(predictor.length);
  let noise = noiseOf(last);
  return withChangedRows(predictor, (row, { state, position }) => {
    // The rows of one call share a state, whose text is most of the cost of a long sequence.
    if (!sameTokens(last, state)) {
      last.set(state);
      noise = noiseOf(last);
    }
    const normals = drawNormals(row.length, noise.at(position));
    for (let y = 0; y < row.length; y++) row[y] = Math.log(row[y]!) + scale * normals[y]!;
    softmaxRow(row);
  });
}

function sameTokens(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
