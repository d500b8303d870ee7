import type { UnmaskingStep } from "@unmask/diffusion";
import type { MaskSizes } from "@unmask/schedules";
import type { NamedSource } from "../open_source.ts";
import type { SampledLaw } from "../source_kind.ts";

/** Most sequences of one seed: each has a random stream of its own, and there are no more. */
export const SAMPLE_COUNT_LIMIT = 2 ** 32;

/** Which sequences to draw, and how. */
export interface Sampling {
  /** The source. */
  readonly source: NamedSource;
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** How many sequences. */
  readonly count: number;
  /** Master seed. */
  readonly seed: number;
  /**
   * Draws one sequence, whichever were drawn before.
   *
   * @param sample Its number, from 0
   * @returns Yields each iteration, returns the tokens
   * @throws {RangeError} On more tokens in an iteration than can be predicted at once
   */
  steps(sample: number): Generator<UnmaskingStep, Int32Array, void>;
}

/**
 * The parallel sampler with the exact predictor of a law.
 *
 * @param options `source` and its `law`, `sizes` in order of unmasking, `count` of sequences, `seed`
 * @returns What is drawn, with nothing drawn yet
 */
export async function samplingOf(
  options: Omit<Sampling, "steps"> & { law: SampledLaw },
): Promise<Sampling> {
  const { source, law, sizes, count, seed } = options;
  const { drawUnmaskingOrder, exactPredictor, unmaskingSteps } = await import("@unmask/diffusion");
  const { streamFamily } = await import("@unmask/random");
  const streams = streamFamily({
    seed,
    cell: `${source.canonical};sizes=${sizes.join(",")}`,
    purpose: "sample",
  });
  const predictor = exactPredictor(law);
  return {
    source,
    sizes,
    count,
    seed,
    steps(sample): Generator<UnmaskingStep, Int32Array, void> {
      const stream = streams.at(sample);
      return unmaskingSteps(predictor, { order: drawUnmaskingOrder(sizes, stream), stream });
    },
  };
}
