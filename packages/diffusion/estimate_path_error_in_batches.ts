import {
  type Estimate,
  estimateMean,
  type LogProbability,
  MASK,
  type SequenceSampler,
} from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { askInBatches } from "./ask_in_batches.ts";
import type { AsyncMaskPredictor } from "./async_mask_predictor.ts";
import type { PredictionRequest } from "./batch_mask_predictor.ts";
import { checkDraws } from "./check_draws.ts";
import { checkSameSpace } from "./mask_predictor.ts";
import { drawUnmaskingOrder } from "./unmasking_order.ts";

/** States asked for at once where nothing else is said. */
const DEFAULT_BATCH = 32;

/**
 * The estimate of `estimatePathError` for a model that answers in batches: the divergence of the law from
 * what the model samples, measured along paths.
 *
 *     E_M KL(p || p_{Y|M}) = E_{x ~ p, M} [ ln p(x) - sum_t sum_{i in D_t} ln phat_i(x_i | x_{D_<t}) ]
 *
 * The tokens of a path are those of `x`, so all its states are known beforehand and share batches with
 * those of other paths. Sample `n` uses stream `n` alone: the estimate does not depend on the batch.
 *
 * @param law The law `p`, to draw from and to score with
 * @param options `predictor`; `sizes` in order of unmasking; `draws`, at least 2; `streams`; `batch`,
 *   states asked for at once
 * @returns The estimate in nats; infinite when the predictor excludes a token that was drawn
 * @throws {RangeError} On a predictor of another space, sizes that do not sum to the length, fewer than 2
 *   draws, or a prediction that is no law
 */
export async function estimatePathErrorInBatches(
  law: LogProbability & SequenceSampler,
  options: {
    predictor: AsyncMaskPredictor;
    sizes: readonly number[];
    draws: number;
    streams: StreamFamily;
    batch?: number;
  },
): Promise<Estimate> {
  const { predictor, draws, streams, batch = DEFAULT_BATCH } = options;
  checkSameSpace(predictor, law);
  const sizes = maskSizes(options.sizes, { length: law.length });
  checkDraws(draws, "a path error");
  const ratios = new Float64Array(draws);
  await askInBatches(predictor, statesOf(law, { sizes, draws, streams, ratios }), {
    batch,
    receive({ tokens, positions, sample }, rows): void {
      positions.forEach((position, row) => {
        ratios[sample]! -= Math.log(rows[row * law.vocabularySize + tokens[position]!]!);
      });
    },
  });
  return estimateMean(ratios);
}

/** A state of a path, with the sequence that it leads to. */
interface PathState extends PredictionRequest {
  readonly tokens: Int32Array;
  readonly sample: number;
}

/** The states of all paths; the log-probability of each sequence goes into `ratios`. */
function* statesOf(
  law: LogProbability & SequenceSampler,
  { sizes, draws, streams, ratios }: {
    sizes: MaskSizes;
    draws: number;
    streams: StreamFamily;
    ratios: Float64Array;
  },
): Generator<PathState, void, void> {
  for (let sample = 0; sample < draws; sample++) {
    const stream = streams.at(sample);
    const tokens = new Int32Array(law.length);
    law.draw(stream, tokens);
    ratios[sample] = law.logProbability(tokens);
    const state = new Int32Array(law.length).fill(MASK);
    for (const positions of drawUnmaskingOrder(sizes, stream)) {
      yield { state: state.slice(), positions, tokens, sample };
      for (const position of positions) state[position] = tokens[position]!;
    }
  }
}
