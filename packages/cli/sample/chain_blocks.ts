import { sequenceBlocks } from "@unmask/diffusion";
import { SamplingWorkers } from "@unmask/diffusion/workers";
import type { World } from "../command.ts";
import type { SampleBlock } from "./sample_blocks.ts";
import type { Sampling } from "./sampling.ts";
import { samplingProgress } from "./sampling_progress.ts";

/**
 * Draws sequences of a chain, block by block in the order of their numbers: those of `sampleBlocks`, by
 * the sampler that takes constant time a token, on this thread or on several.
 *
 * @param sampling What to draw
 * @param chain The chain of it, and how many `workers` draw
 * @param world Where time passes; progress is shown there
 * @returns Blocks, each with memory of its own
 * @throws {Interrupted} On Ctrl-C
 */
export async function* chainBlocks(
  sampling: Sampling,
  { law, run, workers: count }: NonNullable<Sampling["chain"]> & { workers: number },
  world: World,
): AsyncGenerator<SampleBlock, void, void> {
  const progress = samplingProgress(sampling, world);
  const workers = count > 1 ? new SamplingWorkers(count) : undefined;
  try {
    for await (const block of workers?.sample(law, run) ?? sequenceBlocks(law, run)) {
      yield block.tokens;
      progress(block.first + block.count, 0);
      await world.pause();
    }
  } finally {
    workers?.end();
  }
}
