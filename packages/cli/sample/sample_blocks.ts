import type { World } from "../command.ts";
import type { Sampling } from "./sampling.ts";
import { samplingProgress } from "./sampling_progress.ts";

/** Some sequences one after another, `length` tokens each. */
export type SampleBlock = Int32Array;

/** Most tokens of a block of more than one sequence: 256 KiB, and lines of about as much. */
const blockTokens = 2 ** 16;

/** Longest time without a look at the world, in milliseconds: Ctrl-C is heard, a block handed on. */
const restless = 100;

/**
 * Draws sequences, in the order of their numbers, a block at a time, so that memory does not depend
 * on how many there are. A block ends when it is full or a tenth of a second old: which sequences
 * share one depends on the machine, the sequences do not.
 *
 * @param sampling What to draw
 * @param world Where time passes; progress is shown there
 * @returns Blocks, each with memory of its own
 * @throws {RangeError} On a prediction that is no law
 * @throws {Interrupted} On Ctrl-C
 */
export async function* sampleBlocks(
  sampling: Sampling,
  world: World,
): AsyncGenerator<SampleBlock, void, void> {
  const { count, source: { length } } = sampling;
  const progress = samplingProgress(sampling, world);
  const most = Math.max(1, Math.floor(blockTokens / length));
  let block = new Int32Array(Math.min(most, count) * length);
  let filled = 0;
  // From here on Ctrl-C waits for a whole line.
  await world.pause();
  let rested = world.io.now();
  for (let sample = 0; sample < count; sample++) {
    const steps = sampling.steps(sample);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      if (world.io.now() - rested < restless) continue;
      if (filled > 0) yield block.slice(0, filled);
      filled = 0;
      progress(sample, step.value.iteration + 1);
      await world.pause();
      rested = world.io.now();
    }
    block.set(step.value, filled);
    filled += length;
    if (filled === block.length) {
      yield block;
      block = new Int32Array(Math.min(most, count - sample - 1) * length);
      filled = 0;
    }
  }
  if (filled > 0) yield block.slice(0, filled);
}

/**
 * The sequences of a block.
 *
 * @param block The block
 * @param length Tokens in a sequence
 * @returns A view of each, in order
 */
export function* sequencesOf(block: SampleBlock, length: number): Generator<Int32Array> {
  for (let at = 0; at < block.length; at += length) yield block.subarray(at, at + length);
}
