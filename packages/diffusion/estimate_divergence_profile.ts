import {
  type ConditionalLaw,
  entropyOfMasses,
  MASK,
  type SequenceSampler,
} from "@unmask/information";
import { drawPermutation, type StreamFamily } from "@unmask/random";
import { askInBatches } from "./ask_in_batches.ts";
import type { AsyncMaskPredictor } from "./async_mask_predictor.ts";
import type { PredictionRequest } from "./batch_mask_predictor.ts";
import { DivergenceProfile } from "./divergence_profile.ts";
import { checkSameSpace } from "./mask_predictor.ts";
import { rowDivergence } from "./row_divergence.ts";

/** States asked for at once where nothing else is said. */
const DEFAULT_BATCH = 32;

/** How a profile is drawn. */
export interface ProfileOptions {
  /** The predictor. */
  readonly predictor: AsyncMaskPredictor;
  /** Counts of revealed tokens to visit, distinct, from 0 to the length less 1; all by default. */
  readonly counts?: readonly number[];
  /** Sequences; at least 2 for each group. */
  readonly draws: number;
  /**
   * Sequence `n` visits every `groups`-th count, beginning with number `n mod groups`: fewer states of
   * one sequence, which hang together, for more of others. 1 by default: every sequence visits all.
   */
  readonly groups?: number;
  /** Where the randomness comes from. */
  readonly streams: StreamFamily;
  /** States asked for at once. */
  readonly batch?: number;
  /** Told how many states were asked for, and of how many, after each batch. */
  readonly observe?: (done: number, of: number) => void;
}

/**
 * Monte Carlo estimate of how far a predictor is from the exact one at each number of revealed tokens,
 * for a model that answers in batches.
 *
 *     D_n(k) = 1/(L-k) sum_{i not in W_k} KL( p*_i(.|x_{W_k}) || phat_i(.|x_{W_k}) )
 *
 * for a sequence `x` of the law and the first `k` positions `W_k` of a random order: the terms of
 * `estimateTrainingError`, averaged over all masked tokens of a state instead of those revealed next, so
 * that any schedule is priced from the same states and varies less. Unbiased. One evaluation of the law
 * and of the model a state, `draws * counts / groups` states. Sequence `n` uses stream `n` alone, so
 * estimates do not depend on the batch.
 *
 * @param law The law `p`, to draw from and for its conditionals
 * @param options How it is drawn
 * @returns The profile
 * @throws {RangeError} On a predictor of another space, options out of range, or a prediction that is no
 *   law
 * @see arXiv 2505.21400, Definition 1
 */
export async function estimateDivergenceProfile(
  law: ConditionalLaw & SequenceSampler,
  options: ProfileOptions,
): Promise<DivergenceProfile> {
  const { predictor, draws, batch = DEFAULT_BATCH, observe } = options;
  checkSameSpace(predictor, law);
  const { length, vocabularySize } = law;
  const groups = options.groups ?? 1;
  const counts = checkedCounts(options.counts, length);
  checkDesign({ draws, groups, counts: counts.length });
  const divergences = new Float64Array(draws * counts.length).fill(NaN);
  const entropies = divergences.slice();
  const exact = new Float64Array(length * vocabularySize);
  // Whoever begins at count number g visits that one and every `groups`-th after it.
  let states = 0;
  for (let n = 0; n < draws; n++) states += Math.ceil((counts.length - n % groups) / groups);
  let done = 0;
  await askInBatches(predictor, statesOf(law, { ...options, counts, groups }), {
    batch,
    receive({ state, positions, cell }, predicted): void {
      law.conditionals(state, positions, exact);
      let divergence = 0;
      let entropy = 0;
      for (let row = 0; row < positions.length; row++) {
        const range = { from: row * vocabularySize, count: vocabularySize };
        divergence += rowDivergence(exact, predicted, range);
        entropy += entropyOfMasses(exact.subarray(range.from, range.from + vocabularySize));
      }
      divergences[cell] = divergence / positions.length;
      entropies[cell] = entropy / positions.length;
      if (++done % batch === 0 || done === states) observe?.(done, states);
    },
  });
  return new DivergenceProfile({ length, counts, groups, draws, divergences, entropies });
}

/** A state of a profile and where its numbers belong. */
interface ProfileState extends PredictionRequest {
  readonly cell: number;
}

/** The states of all sequences, in the order in which they are asked for. */
function* statesOf(
  law: SequenceSampler,
  { counts, groups, draws, streams }: {
    counts: readonly number[];
    groups: number;
    draws: number;
    streams: StreamFamily;
  },
): Generator<ProfileState, void, void> {
  const { length } = law;
  const tokens = new Int32Array(length);
  for (let n = 0; n < draws; n++) {
    const stream = streams.at(n);
    law.draw(stream, tokens);
    const order = drawPermutation(length, stream);
    for (let index = n % groups; index < counts.length; index += groups) {
      const positions = order.slice(counts[index]!).sort();
      const state = tokens.slice();
      for (const position of positions) state[position] = MASK;
      yield { state, positions, cell: n * counts.length + index };
    }
  }
}

function checkedCounts(given: readonly number[] | undefined, length: number): readonly number[] {
  if (given === undefined) return Array.from({ length }, (_, k) => k);
  const counts = [...given].sort((a, b) => a - b);
  counts.forEach((count, i) => {
    if (!(Number.isSafeInteger(count) && count >= 0 && count < length && count !== counts[i - 1])) {
      throw new RangeError(
        `Cannot draw a profile: counts must be distinct integers from 0 to ${
          length - 1
        }, got ${count}`,
      );
    }
  });
  if (!(counts.length >= 1)) {
    throw new RangeError("Cannot draw a profile: counts must be at least 1, got 0");
  }
  return counts;
}

function checkDesign(
  { draws, groups, counts }: { draws: number; groups: number; counts: number },
): void {
  if (!(Number.isSafeInteger(groups) && groups >= 1 && groups <= counts)) {
    throw new RangeError(
      `Cannot draw a profile: groups must be an integer from 1 to ${counts}, got ${groups}`,
    );
  }
  if (!(Number.isSafeInteger(draws) && draws >= 2 * groups)) {
    throw new RangeError(
      `Cannot draw a profile: draws must be an integer of at least ${
        2 * groups
      }, two for each group, got ${draws}`,
    );
  }
}
