import { randomPositions, type UnmaskingPolicy } from "@unmask/diffusion";
import { MASK, type SequenceSampler } from "@unmask/information";
import { type StreamFamily, streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { drawTensors, type Model, presets, type TransformerConfig } from "@unmask/training";
import type { MaskedSequencesTask } from "./questions/masked_sequences.ts";
import type { PredictedRowsTask } from "./questions/predicted_rows.ts";

/** Letters and space, as in the checkpoints. */
const VOCABULARY = 27;

/** Seed of all that networks are made of and asked for. */
export const SEED = 1;

/**
 * The shape of a network with 27 letters.
 *
 * @param preset Name of the preset
 * @param causal Whether it is autoregressive
 * @returns The shape
 */
export function shapeOf(preset: string, causal: boolean): TransformerConfig {
  const { shape } = presets.find(({ name }) => name === preset)!;
  return { ...shape, vocabularySize: VOCABULARY, causal };
}

/**
 * A network whose weights are drawn: it takes as long as a trained one.
 *
 * @param preset Name of the preset
 * @param causal Whether it is autoregressive
 * @returns The model
 */
export function drawnModel(preset: string, causal = false): Model {
  const config = shapeOf(preset, causal);
  const streams = streamFamily({ seed: SEED, cell: preset, purpose: "weights" });
  return {
    config,
    tensors: drawTensors(config, streams.at(0)),
    tokeniser: undefined,
    provenance: {},
  };
}

/**
 * States with every other token revealed, all of whose positions are asked for.
 *
 * @param task Preset and number of states
 * @returns Requests
 */
export function requestsOf(
  { preset, count }: PredictedRowsTask,
): { state: Int32Array; positions: Int32Array }[] {
  const { length } = shapeOf(preset, false);
  const positions = Int32Array.from({ length }, (_, i) => i);
  return Array.from({ length: count }, (_, n) => ({
    state: positions.map((i) => i % 2 === 0 ? MASK : (i + n) % VOCABULARY),
    positions,
  }));
}

/**
 * How sequences are unmasked.
 *
 * @param task Iterations and number of sequences
 * @returns Options of `unmaskBatch`
 */
export function unmaskingOf({ steps, count }: MaskedSequencesTask): {
  policy: UnmaskingPolicy;
  streams: StreamFamily;
  from: number;
  count: number;
} {
  const { length } = shapeOf("tiny", false);
  return {
    policy: randomPositions(uniform.sizes({ length, steps })),
    streams: streamFamily({ seed: SEED, cell: "masked sequences", purpose: "draws" }),
    from: 0,
    count,
  };
}

/** Where autoregressive sequences come from: sequence `n` from stream `n`. */
export const nextTokenStreams: StreamFamily = streamFamily({
  seed: SEED,
  cell: "next tokens",
  purpose: "draws",
});

/**
 * Sequences that a network can learn: letters five places apart, from a random one.
 *
 * @param config Shape of the network
 * @returns Their sampler
 */
export function countingSource({ length, vocabularySize }: TransformerConfig): SequenceSampler {
  return {
    length,
    vocabularySize,
    draw(stream, out): void {
      const first = stream.nextUint32() % vocabularySize;
      for (let i = 0; i < length; i++) out[i] = (first + 5 * i) % vocabularySize;
    },
  };
}
