import type { NearestNeighbourLaw } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { NeighbourSampler } from "./neighbour_sampler.ts";

/** Tokens in a block of samples, about: a few milliseconds of work, 256 KiB. */
const BLOCK_TOKENS = 2 ** 16;

/** Some neighbouring samples of a run. */
export interface SequenceBlock {
  /** Number of the first sample. */
  readonly first: number;
  /** How many samples. */
  readonly count: number;
  /** Their tokens, `count` sequences one after another; the receiver's own. */
  readonly tokens: Int32Array;
}

/** What is drawn in a run. */
export interface SamplingRun {
  /** Mask sizes in order of unmasking. */
  readonly sizes: readonly number[];
  /** What the streams are for, see `streamFamily`: sample `n` uses stream `n` alone. */
  readonly streams: Parameters<typeof streamFamily>[0];
  /** Samples, from 1 to 2^32. */
  readonly count: number;
}

/**
 * Draws sequences of a chain, block by block in the order of the samples: the blocks that
 * `SamplingWorkers` gives, on this thread. Memory of one block.
 *
 * @param law The chain
 * @param run What is drawn
 * @returns The blocks, all but the last of the same size
 * @throws {RangeError} On sizes that do not sum to the length, a count or seed out of range, or a law
 *   that refuses to make tables; when the first block is taken
 */
export function* sequenceBlocks(
  law: NearestNeighbourLaw,
  run: SamplingRun,
): Generator<SequenceBlock, void, void> {
  const sizes = checkRun(law, run);
  const streams = streamFamily(run.streams);
  const sampler = new NeighbourSampler(law);
  for (const block of blocksOf(run.count, law.length)) {
    const tokens = new Int32Array(block.count * law.length);
    sampler.unmaskMany({ sizes, streams, first: block.first }, tokens);
    yield { ...block, tokens };
  }
}

/**
 * How a run is cut: a function of the number and length of the samples alone, so that blocks do not
 * depend on who draws them.
 *
 * @param count Samples
 * @param length Tokens in a sample
 * @returns First sample and number of samples of each block
 */
export function* blocksOf(
  count: number,
  length: number,
): Generator<{ first: number; count: number }, void, void> {
  const size = Math.max(1, Math.floor(BLOCK_TOKENS / length));
  for (let first = 0; first < count; first += size) {
    yield { first, count: Math.min(size, count - first) };
  }
}

/**
 * Checks a run before anything is drawn.
 *
 * @param law The chain
 * @param run What is to be drawn
 * @returns The sizes, proved
 * @throws {RangeError} On sizes that do not sum to the length, or a count or seed out of range
 */
export function checkRun(law: NearestNeighbourLaw, run: SamplingRun): MaskSizes {
  const { count } = run;
  const sizes = maskSizes(run.sizes, { length: law.length });
  if (!(Number.isInteger(count) && count >= 1 && count <= 2 ** 32)) {
    throw new RangeError(`Cannot sample: count must be an integer from 1 to 2^32, got ${count}`);
  }
  streamFamily(run.streams);
  return sizes;
}
