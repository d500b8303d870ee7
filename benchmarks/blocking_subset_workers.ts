import { Worker } from "node:worker_threads";
import type { DenseTable } from "./questions/subset_entropies.ts";

/** Milliseconds until a law that gives no answer is given up. */
const PATIENCE = 60_000;

/** What the thread that asks the workers is told. */
export interface BlockingSubsetRequest {
  /** The law. */
  readonly table: DenseTable;
  /** Gets the means; shared. */
  readonly means: Float64Array;
  /** Becomes 1 when they are there, 2 when something went wrong. */
  readonly flag: Int32Array;
}

/**
 * Workers on subset entropies whose answer is waited for, since what is timed here is a plain call: a
 * thread of its own asks them while this one sleeps.
 */
export class BlockingSubsetWorkers {
  static readonly #started = new Map<number, BlockingSubsetWorkers>();
  readonly #thread: Worker;
  readonly #flag = new Int32Array(new SharedArrayBuffer(4));

  private constructor(count: number) {
    this.#thread = new Worker(new URL("./blocking_subset_workers_thread.ts", import.meta.url), {
      workerData: count,
    });
    // The process may end without asking it.
    this.#thread.unref();
  }

  /**
   * Workers, started when first asked for and kept warm.
   *
   * @param count How many
   * @returns The same ones for the same number
   */
  static of(count: number): BlockingSubsetWorkers {
    const started = this.#started.get(count) ?? new BlockingSubsetWorkers(count);
    this.#started.set(count, started);
    return started;
  }

  /**
   * Computes, and waits. The time includes a copy of the law for the thread that asks.
   *
   * @param table The law
   * @returns Mean entropies of all subsets
   * @throws {Error} When a worker failed, or nothing came for a minute
   */
  meanEntropies(table: DenseTable): Float64Array {
    const means = new Float64Array(new SharedArrayBuffer(8 * (table.length + 1)));
    Atomics.store(this.#flag, 0, 0);
    const request: BlockingSubsetRequest = { table, means, flag: this.#flag };
    this.#thread.postMessage(request);
    Atomics.wait(this.#flag, 0, 0, PATIENCE);
    const state = Atomics.load(this.#flag, 0);
    if (state !== 1) {
      throw new Error(
        `Cannot compute in workers: ${state === 0 ? "no answer came" : "a worker failed"}`,
      );
    }
    return means;
  }
}
