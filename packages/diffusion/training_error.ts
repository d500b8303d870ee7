import { type LogProbability, MASK, type SequenceSpace } from "@unmask/information";
import { maskSizes, revealedCounts } from "@unmask/schedules";
import { checkSameSpace, type MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import { RevealedMarginals } from "./revealed_marginals.ts";
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
  const sets = setCounts(length);
  let cost = states;
  for (const revealed of revealedCounts(proved)) {
    cost += sets[revealed]! * (length - revealed) * vocabularySize ** (revealed + 1);
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
  const sets = setCounts(law.length);
  // A mean over the sets of N_t positions, and over the masked tokens of each.
  const weights = sizes.map((size, t) => size / (sets[counts[t]!]! * (law.length - counts[t]!)));
  const iterations = new Map(counts.map((revealed, t) => [revealed, t]));
  const marginals = new RevealedMarginals(law);
  let sum = 0;
  let lost = 0;
  const state = new Int32Array(law.length);
  const visit = divergenceAt(marginals, predictor);
  for (let index = 0; index < marginals.count; index++) {
    const mass = marginals.mass(index);
    if (mass === 0) continue;
    const masked = marginals.read(index, state);
    const iteration = iterations.get(law.length - masked);
    if (iteration === undefined) continue;
    const divergence = visit(index, { state, masked, iteration });
    if (divergence === Infinity) return Infinity;
    // Kahan's compensation: there may be millions of terms.
    const term = weights[iteration]! * mass * divergence - lost;
    const next = sum + term;
    lost = (next - sum) - term;
    sum = next;
  }
  return sum;
}

/** A function that gives the divergences of all masked tokens at a state, summed. */
function divergenceAt(
  marginals: RevealedMarginals,
  predictor: MaskPredictor,
): (index: number, at: { state: Int32Array; masked: number; iteration: number }) => number {
  const { length, vocabularySize } = predictor;
  const exact = new Float64Array(length * vocabularySize);
  const predicted = predictionRows(predictor, length);
  return (index, { state, masked, iteration }) => {
    const positions = maskedPositions(state, masked);
    marginals.conditionals(index, positions, exact);
    predictRows(predictor, { state, positions, iteration }, predicted);
    let sum = 0;
    for (let row = 0; row < masked; row++) {
      sum += rowDivergence(exact, predicted, { from: row * vocabularySize, count: vocabularySize });
    }
    return sum;
  };
}

function maskedPositions(state: Int32Array, masked: number): Int32Array {
  const positions = new Int32Array(masked);
  let row = 0;
  for (let i = 0; i < state.length; i++) if (state[i] === MASK) positions[row++] = i;
  return positions;
}

/** `C(n, 0) .. C(n, n)`, exact at the lengths that are enumerated. */
function setCounts(n: number): number[] {
  const counts = [1];
  // C(n, k + 1) = C(n, k) (n - k) / (k + 1), a whole number at every step.
  for (let k = 0; k < n; k++) counts.push(counts[k]! * (n - k) / (k + 1));
  return counts;
}
