import type { NearestNeighbourLaw } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { samplesInBlock, type SequenceBlock } from "./sequence_block.ts";
import { WorkerLine } from "./worker_line.ts";

/** Most workers at a time. */
export const WORKER_LIMIT = 256;

/** Blocks asked of each worker before the first is taken: one drawn, one next, one on its way. */
const blocksAhead = 3;

/**
 * Web Workers that draw sequences of chains, each on a core of its own, with the sampler
 * {@linkcode NeighbourSampler}: the same bytes for any number of workers. They stay warm from run to run, until
 * they are ended.
 *
 * @example
 * ```ts
 * import { SamplingWorkers } from "@unmask/diffusion/workers";
 * import { pottsChain } from "@unmask/potts";
 * import assert from "node:assert/strict";
 *
 * const law = pottsChain({ length: 64, states: 4, coupling: 2 });
 * const workers = new SamplingWorkers(2);
 * try {
 *   const streams = { seed: 7, cell: "potts-chain", purpose: "sample" };
 *   let samples = 0;
 *   for await (const block of workers.sample(law, { sizes: [32, 32], streams, count: 5000 })) {
 *     samples += block.count;
 *   }
 *   assert.equal(samples, 5000);
 * } finally {
 *   workers.end();
 * }
 * ```
 */
export class SamplingWorkers {
  readonly #lines: readonly WorkerLine[];
  #isSampling = false;

  /**
   * Starts workers.
   *
   * @param count How many, an integer from 1 to {@linkcode WORKER_LIMIT}
   * @throws {RangeError} On another count
   */
  constructor(count: number) {
    if (!(Number.isInteger(count) && count >= 1 && count <= WORKER_LIMIT)) {
      throw new RangeError(
        `Cannot start workers: their number must be an integer from 1 to ${WORKER_LIMIT}, got ${count}`,
      );
    }
    this.#lines = Array.from({ length: count }, (_, k) => new WorkerLine(`worker ${k}`));
  }

  /**
   * Draws sequences, block by block in the order of the samples. Sample `n` uses stream `n` alone.
   *
   * Workers draw ahead, but not far: three blocks each, of about 256 KiB, so memory does not depend on
   * the number of samples. Whoever stops early leaves the workers ready for the next run. After an
   * error all of them are ended.
   *
   * @param law The chain
   * @param options `sizes` in order of unmasking; what the `streams` are for, see `streamFamily`;
   *   `count` of samples, at most 2^32
   * @returns The blocks, all but the last of the same size
   * @throws {RangeError} On sizes that do not sum to the length, a count or seed out of range, or a law
   *   that refuses to make tables
   * @throws {Error} Naming the worker that failed, or when a run is still going on
   */
  async *sample(
    law: NearestNeighbourLaw,
    options: {
      sizes: readonly number[];
      streams: Parameters<typeof streamFamily>[0];
      count: number;
    },
  ): AsyncGenerator<SequenceBlock, void, void> {
    const { streams, count } = options;
    const sizes = maskSizes(options.sizes, { length: law.length });
    if (!(Number.isInteger(count) && count >= 1 && count <= 2 ** 32)) {
      throw new RangeError(
        `Cannot sample: count must be an integer from 1 to 2^32, got ${count}`,
      );
    }
    // Refuses a seed here, where the caller sees it, and not in a worker.
    streamFamily(streams);
    const tables = law.neighbourTables();
    if (this.#isSampling) throw new Error("Cannot sample: these workers are in another run");
    this.#isSampling = true;
    try {
      const opened = this.#lines.map((line) => line.ask({ kind: "open", tables, sizes, streams }));
      yield* this.#blocks({ count, size: samplesInBlock(law.length), opened: Promise.all(opened) });
    } catch (error) {
      this.end();
      throw error;
    } finally {
      this.#isSampling = false;
    }
  }

  async *#blocks(
    run: { count: number; size: number; opened: Promise<unknown> },
  ): AsyncGenerator<SequenceBlock, void, void> {
    const { count, size, opened } = run;
    const asked: { first: number; count: number; tokens: Promise<Int32Array> }[] = [];
    let next = 0;
    for (;;) {
      while (next < count && asked.length < blocksAhead * this.#lines.length) {
        const idle = this.#lines.reduce((a, b) => b.load < a.load ? b : a);
        const block = { first: next, count: Math.min(size, count - next) };
        asked.push({ ...block, tokens: idle.ask({ kind: "draw", ...block }) });
        next += block.count;
      }
      const block = asked.shift();
      if (block === undefined) return;
      await opened;
      yield { ...block, tokens: await block.tokens };
    }
  }

  /** Ends all workers; a run that is going on is refused its next block. */
  end(): void {
    for (const line of this.#lines) line.end();
  }
}
