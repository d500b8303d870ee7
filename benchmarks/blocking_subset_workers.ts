import type { DenseTable } from "./questions/subset_entropies.ts";
import { WaitedThread } from "./waited_thread.ts";

/** What the thread that asks the workers is told. */
export interface BlockingSubsetRequest {
  /** The law. */
  readonly table: DenseTable;
  /** Gets the means; shared. */
  readonly means: Float64Array;
}

/**
 * Workers on subset entropies whose answer is waited for, since what is timed here is a plain call: a
 * thread of its own asks them while this one sleeps.
 */
export class BlockingSubsetWorkers {
  static readonly #started = new Map<number, BlockingSubsetWorkers>();
  readonly #thread: WaitedThread<BlockingSubsetRequest>;
  #ready: Promise<void> | undefined;

  private constructor(count: number) {
    const module = new URL("./blocking_subset_workers_thread.ts", import.meta.url);
    this.#thread = new WaitedThread(module, { purpose: "compute in workers", data: count });
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
   * Starts the thread and its workers.
   *
   * @returns Fulfilled when it answers without delay
   */
  ready(): Promise<void> {
    return this.#ready ??= this.#thread.ready();
  }

  /**
   * Computes, and waits. The time includes copies of a law that is not in shared memory, one for the
   * thread that asks and one for its workers.
   *
   * @param table The law
   * @returns Mean entropies of all subsets
   * @throws {Error} When a worker failed, or nothing came for two minutes
   */
  meanEntropies(table: DenseTable): Float64Array {
    const means = new Float64Array(new SharedArrayBuffer(8 * (table.length + 1)));
    this.#thread.ask({ table, means });
    return means;
  }
}
