import type { MaskPredictor, SamplingRun, UnmaskingStep } from "@unmask/diffusion";
import type { NearestNeighbourLaw } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import { BadInput } from "../bad_input.ts";
import type { OpenedPolicy } from "../policy_options.ts";
import { type AskedPredictor, predictorOf } from "../predictor_options.ts";
import type { NamedSource } from "../open_source.ts";
import type { SampledLaw } from "../source_kind.ts";

/** Most sequences of one seed: each has a random stream of its own, and there are no more. */
export const SAMPLE_COUNT_LIMIT = 2 ** 32;

/** Which sequences to draw, and how. */
export interface Sampling {
  /** The source. */
  readonly source: NamedSource;
  /** Sizes in order of unmasking; absent where a policy finds them. */
  readonly sizes?: MaskSizes;
  /** The decoding policy, in place of random positions. */
  readonly policy?: OpenedPolicy;
  /** What JSON answers say of how positions are chosen: the policy, the sizes and what else it is made of. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The predictor, where it is not the exact one. */
  readonly predictor?: AskedPredictor;
  /** How many sequences. */
  readonly count: number;
  /** Master seed. */
  readonly seed: number;
  /** The same sequences as blocks of a chain, where the source is one and nothing else is asked for. */
  readonly chain?: { readonly law: NearestNeighbourLaw; readonly run: SamplingRun };
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
 * The parallel sampler with the exact predictor of a law, or another one of it, or with a model.
 *
 * @param options `source`; `sizes` of random sets in order of unmasking, or a `policy`,
 *   and the `record` of either; `predictor`, if not the exact one; `count` of sequences, `seed`
 * @returns What is drawn, with nothing drawn yet
 * @throws {BadInput} On a source that is a curve, or on another predictor of a model
 */
export async function samplingOf(
  options: Omit<Sampling, "steps" | "chain">,
): Promise<Sampling> {
  const asked = options;
  const { source, sizes, policy, predictor: other, seed, count } = asked;
  const { drawUnmaskingOrder, fixedOrder, unmaskingSteps } = await import(
    "@unmask/diffusion"
  );
  const { streamFamily } = await import("@unmask/random");
  const cell = `${source.canonical};${
    policy ? `policy=${policy.canonical}` : `sizes=${sizes!.join(",")}`
  }`;
  const purpose = { seed, cell, purpose: "sample" };
  const streams = streamFamily(purpose);
  const { law } = source;
  const predictor = law === undefined
    ? modelOf(source, other)
    : await predictorOf(other, law, { seed });
  const chain = law && sizes && other === undefined ? chainOf(law) : undefined;
  return {
    ...asked,
    ...(chain && { chain: { law: chain, run: { sizes: sizes!, streams: purpose, count } } }),
    steps(sample): Generator<UnmaskingStep, Int32Array, void> {
      const stream = streams.at(sample);
      if (policy !== undefined) return unmaskingSteps(predictor, { policy: policy.value, stream });
      const order = drawUnmaskingOrder(sizes!, stream);
      return unmaskingSteps(predictor, { policy: fixedOrder("random", () => order), stream });
    },
  };
}

/** The predictor of a source without a law. */
function modelOf(
  { predictor, record }: NamedSource,
  other: AskedPredictor | undefined,
): MaskPredictor {
  if (predictor === undefined) {
    throw new BadInput(
      "Cannot sample: the source must be a law or a model, got a curve, which knows no tokens",
    );
  }
  if (other !== undefined) {
    throw new BadInput(
      `Cannot sample: the source must be a law where another predictor of it is asked for, got a ${
        record["kind"]
      }`,
    );
  }
  return predictor;
}

/** The law as one that hands out tables of its neighbours, where it is one and they are not too large. */
function chainOf(law: SampledLaw & Partial<NearestNeighbourLaw>): NearestNeighbourLaw | undefined {
  if (law.neighbourTables === undefined) return undefined;
  try {
    law.neighbourTables();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return law as NearestNeighbourLaw;
}
