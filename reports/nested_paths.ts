import { MASK } from "@unmask/information";
import { askInBatches, type ScoredModel, type ScoreTask } from "@unmask/measurement";
import { drawPermutation, type StreamFamily } from "@unmask/random";
import type { MaskSizes } from "@unmask/schedules";

/**
 * What a model says of sequences along one order of unmasking each: the paths of every schedule.
 *
 * A path of any schedule passes only states with the first `k` positions of its order revealed, so the
 * `L` nested states of an order are all that all schedules ask for. They share sequences and orders:
 * differences between schedules are those of each sequence with itself.
 */
export interface NestedPaths {
  /** Tokens that are unmasked, `L`. */
  readonly length: number;
  /** Sequences, `n`. */
  readonly sequences: number;
  /**
   * `n L L` numbers: `-ln phat` in nats of the token that sequence `n` reveals `j`-th, in the state with
   * `k` revealed, at `(n L + k) L + j`; 0 where it is revealed there.
   */
  readonly losses: Float64Array;
}

/** What paths are drawn of. */
export interface NestedDesign {
  /** Rows of text. */
  readonly sequences: readonly Int32Array[];
  /** Stream `n` gives the order of sequence `n`. */
  readonly streams: StreamFamily;
  /** Positions that are unmasked, all by default; the others stay masked and are not asked for. */
  readonly positions?: readonly number[];
}

/** States of a batch: as many as a trained network takes at once. */
const BATCH = 32;

/**
 * Asks a model for all tokens in the nested states of one order for each sequence.
 *
 * `sequences * L` model evaluations, `L` the positions unmasked, whatever the number of schedules.
 *
 * @param model The model
 * @param design `sequences`, and the `streams` of their orders
 * @returns What it says
 */
export async function nestedPaths(
  model: ScoredModel,
  design: NestedDesign,
): Promise<NestedPaths> {
  const positions = design.positions ?? Array.from({ length: model.length }, (_, i) => i);
  const { length } = positions;
  const losses = new Float64Array(design.sequences.length * length * length);
  await askInBatches(model, nestedTasks({ ...design, positions }, losses), { batch: BATCH });
  return { length, sequences: design.sequences.length, losses };
}

function* nestedTasks(
  { sequences, streams, positions }: Required<NestedDesign>,
  losses: Float64Array,
): Generator<ScoreTask> {
  const { length } = positions;
  for (let n = 0; n < sequences.length; n++) {
    const tokens = sequences[n]!;
    const order = drawPermutation(length, streams.at(n)).map((i) => positions[i]!);
    for (let k = 0; k < length; k++) {
      const state = new Int32Array(tokens.length).fill(MASK);
      for (const position of order.subarray(0, k)) state[position] = tokens[position]!;
      const asked = order.slice(k);
      yield {
        state,
        positions: asked,
        tokens: asked.map((position) => tokens[position]!),
        take: (some) => losses.set(some, (n * length + k) * length + k),
      };
    }
  }
}

/**
 * The negative log-likelihood of each sequence along its path of a schedule.
 *
 *     sum_t sum_{i in D_t} -ln phat_i(x_i | x_{D_<t})
 *
 * Only tokens of the step at hand count: no curve is used. O(n L).
 *
 * @param paths What the model says
 * @param sizes A schedule of `L` tokens
 * @returns Nats, one number for each sequence
 */
export function nllAlong(
  { length, sequences, losses }: NestedPaths,
  sizes: MaskSizes,
): Float64Array {
  const nll = new Float64Array(sequences);
  for (let n = 0; n < sequences; n++) {
    let revealed = 0;
    for (const size of sizes) {
      const state = (n * length + revealed) * length;
      for (let j = revealed; j < revealed + size; j++) nll[n]! += losses[state + j]!;
      revealed += size;
    }
  }
  return nll;
}
