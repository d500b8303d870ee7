import type { NearestNeighbourLaw } from "@unmask/information";
import { blocksOf, checkRun, type SamplingRun, type SequenceBlock } from "./sequence_blocks.ts";
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
   * @param run What is drawn
   * @returns The blocks, all but the last of the same size, as `sequenceBlocks` gives them
   * @throws {RangeError} On sizes that do not sum to the length, a count or seed out of range, or a law
   *   that refuses to make tables; when the first block is taken
   * @throws {Error} Naming the worker that failed, or when another run is going on
   */
  async *sample(
    law: NearestNeighbourLaw,
    run: SamplingRun,
  ): AsyncGenerator<SequenceBlock, void, void> {
    const sizes = checkRun(law, run);
    const tables = law.neighbourTables();
    if (this.#isSampling) throw new Error("Cannot sample: these workers are in another run");
    this.#isSampling = true;
    try {
      const opening = { kind: "open", tables, sizes, streams: run.streams } as const;
      const opened = Promise.all(this.#lines.map((line) => line.ask(opening)));
      yield* this.#drawn({ opened, blocks: blocksOf(run.count, law.length) });
    } catch (error) {
      this.end();
      throw error;
    } finally {
      this.#isSampling = false;
    }
  }

  async *#drawn(
    run: { opened: Promise<unknown>; blocks: Iterator<{ first: number; count: number }, void> },
  ): AsyncGenerator<SequenceBlock, void, void> {
    const { opened, blocks } = run;
    const asked: { first: number; count: number; tokens: Promise<Int32Array> }[] = [];
    for (;;) {
      while (asked.length < blocksAhead * this.#lines.length) {
        const { value } = blocks.next();
        if (value === undefined) break;
        const idle = this.#lines.reduce((a, b) => b.load < a.load ? b : a);
        asked.push({ ...value, tokens: idle.ask({ kind: "draw", ...value }) });
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
