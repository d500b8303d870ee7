import { drawUnmaskingOrder, exactPredictor, unmaskInOrder } from "@unmask/diffusion";
import { curveMeasures } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import type { OpenedChoice } from "./open_choice.ts";

/** Most tokens of a sequence whose unmasking is played: each is a cell on the page. */
export const PLAY_LENGTH_LIMIT = 1024;

/** One sequence as the parallel sampler drew it. */
export interface Play {
  /** The tokens. */
  readonly tokens: Int32Array;
  /** The iteration, from 0, that revealed each position. */
  readonly iterations: Int32Array;
  /** The symbol of each token, where tokens are more than numbers. */
  readonly symbols?: readonly string[];
  /** `ln p` of the sequence under the law; `-Infinity` where the law cannot make it. */
  readonly logProbability: number;
  /** Entropy of the law in nats: `-ln p` of its own sequences, on average. */
  readonly entropy: number;
}

/**
 * Draws a sequence with the parallel sampler and the exact predictor, and says when each position was
 * revealed. As many model evaluations as iterations.
 *
 * @param opened A source with a law
 * @param options `sizes` in order of unmasking; `sample`, the number of the sample
 * @returns The sequence
 * @throws {RangeError} On a source without a law, more than {@linkcode PLAY_LENGTH_LIMIT} tokens, or
 *   sizes that do not sum to the length
 */
export function playOf(
  opened: OpenedChoice,
  { sizes, sample }: { sizes: readonly number[]; sample: number },
): Play {
  const { law, curve, symbols } = opened;
  if (law === undefined) {
    throw new RangeError("Cannot play a sample: a law must be known, got losses");
  }
  if (!(law.length <= PLAY_LENGTH_LIMIT)) {
    throw new RangeError(
      `Cannot play a sample: the length must be at most ${PLAY_LENGTH_LIMIT}, got ${law.length}`,
    );
  }
  const stream = streamFamily({ seed: 0, cell: "studio", purpose: "played samples" }).at(sample);
  const order = drawUnmaskingOrder(maskSizes(sizes, { length: law.length }), stream);
  const tokens = unmaskInOrder(exactPredictor(law), { order, stream });
  const iterations = new Int32Array(law.length);
  order.forEach((positions, iteration) => {
    for (const position of positions) iterations[position] = iteration;
  });
  return {
    tokens,
    iterations,
    ...(symbols === undefined ? {} : { symbols }),
    logProbability: law.logProbability(tokens),
    entropy: curveMeasures(curve).entropy,
  };
}
