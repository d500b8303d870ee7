import { compensatedSum, type LogProbability, type SequenceSpace } from "@unmask/information";
import { maskSizes, revealedCounts } from "@unmask/schedules";
import { binomial } from "./binomial.ts";
import { checkSameSpace, type MaskPredictor } from "./mask_predictor.ts";
import { maskedPositions } from "./masked_positions.ts";
import { MASS_SCALE, PartialSequences } from "./partial_sequences.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import { rowDivergence } from "./row_divergence.ts";

/** Most steps that an exact training error takes, a few seconds' work. */
export const TRAINING_ERROR_COST_LIMIT = 2 ** 24;

/**
 * What an exact training error costs: the partially revealed sequences, and the probabilities
 * predicted at those that the schedule passes through.
 *
 *     (K+1)^L + sum_t C(L, N_t) (L - N_t) K^(N_t + 1)
 *
 * Where the states alone are above {@linkcode TRAINING_ERROR_COST_LIMIT} the sum is left out: O(1)
 * time at any length.
 *
 * @param space Length `L` and vocabulary size `K`
 * @param sizes Mask sizes in order of unmasking
 * @returns The number of steps, possibly infinite
 * @throws {RangeError} When the sizes do not sum to the length
 */
export function trainingErrorCost(space: SequenceSpace, sizes: readonly number[]): number {
  const { length, vocabularySize } = space;
  const states = (vocabularySize + 1) ** length;
  const proved = maskSizes(sizes, { length });
  if (!(states <= TRAINING_ERROR_COST_LIMIT)) return states;
  let cost = states;
  for (const revealed of revealedCounts(proved)) {
    cost += binomial(length, revealed) * (length - revealed) * vocabularySize ** (revealed + 1);
  }
  return cost;
}

/**
 * Exact training error of a predictor on a schedule: what it adds to the path error.
 *
 *     eps_train = E_{tau, X, M_tau} [ (L/|M_tau|) sum_{i in M_tau} ln( p*_i(X_i|X_tau) / phat_i(X_i|X_tau) ) ],
 *                 P(tau = t) = s_t / L
 *               = sum_t sizes[t] E KL( p*_i(.|X_W) || phat_i(.|X_W) ),   |W| = N_t,  i not in W
 *
 * so `E_M KL(p || p_{Y|M}) = EKL(sizes) + eps_train`, for any predictor. It depends on the schedule
 * through the revealed counts that the schedule passes. Zero exactly for a predictor that is right
 * at every state of positive probability; infinite for one that excludes a token that can occur.
 * By enumeration: time as {@linkcode trainingErrorCost} and one model evaluation per state passed,
 * memory `8 (K+1)^L` bytes.
 *
 * @param law The law `p`, by the probabilities of its sequences
 * @param options `predictor`; `sizes` in order of unmasking
 * @returns Training error in nats, in `[0, Infinity]`; down to `-1e-5 L` where rows sum above 1
 * @throws {RangeError} On a predictor of another space, sizes that do not sum to the length, a cost
 *   above {@linkcode TRAINING_ERROR_COST_LIMIT}, or a prediction that is no law
 * @see arXiv 2505.21400, Definition 1
 */
export function trainingError(
  law: LogProbability,
  options: { predictor: MaskPredictor; sizes: readonly number[] },
): number {
  const { predictor } = options;
  checkSameSpace(predictor, law);
  const sizes = maskSizes(options.sizes, { length: law.length });
  const cost = trainingErrorCost(law, sizes);
  if (!(cost <= TRAINING_ERROR_COST_LIMIT)) {
    throw new RangeError(
      `Cannot enumerate a training error: its cost must be at most ${TRAINING_ERROR_COST_LIMIT}, got ${cost}`,
    );
  }
  const counts = revealedCounts(sizes);
  // A mean over the sets of N_t positions, and over the masked tokens of each.
  const weights = sizes.map((size, t) =>
    size / (binomial(law.length, counts[t]!) * (law.length - counts[t]!))
  );
  const iterations = new Map(counts.map((revealed, t) => [revealed, t]));
  const partial = new PartialSequences(law);
  const marginals = partial.marginals(law);
  const visit = divergenceAt(predictor, { partial, marginals });
  const state = new Int32Array(law.length);
  const terms = function* (): Generator<number> {
    for (let index = 0; index < partial.count; index++) {
      if (marginals[index] === 0) continue;
      partial.decode(index, state);
      const positions = maskedPositions(state);
      const iteration = iterations.get(law.length - positions.length);
      if (iteration === undefined) continue;
      yield weights[iteration]! * marginals[index]! * visit(index, { state, positions, iteration });
    }
  };
  // There may be millions of terms.
  return compensatedSum(terms()) / MASS_SCALE;
}

/** A function that gives the divergences of all masked tokens at a state, summed. */
function divergenceAt(
  predictor: MaskPredictor,
  law: { partial: PartialSequences; marginals: Float64Array },
): (index: number, at: { state: Int32Array; positions: Int32Array; iteration: number }) => number {
  const { partial: { places }, marginals } = law;
  const { length, vocabularySize } = predictor;
  const exact = new Float64Array(length * vocabularySize);
  const predicted = predictionRows(predictor, length);
  return (index, at) => {
    predictRows(predictor, at, predicted);
    let sum = 0;
    at.positions.forEach((position, row) => {
      const from = row * vocabularySize;
      for (let y = 0; y < vocabularySize; y++) {
        const filled = index + (y - vocabularySize) * places[position]!;
        exact[from + y] = marginals[filled]! / marginals[index]!;
      }
      sum += rowDivergence(exact, predicted, { from, count: vocabularySize });
    });
    return sum;
  };
}
