import type { DenseTable } from "./questions/subset_entropies.ts";
import { WaitedThread } from "./waited_thread.ts";

/** What the thread that asks the workers is told. */
export interface BlockingSubsetRequest {
  /** The masses of the law as bytes, since what sends them looks at every entry of an array. */
  readonly masses: SharedArrayBuffer;
  /** `length` and `vocabularySize` of the law. */
  readonly shape: Pick<DenseTable, "length" | "vocabularySize">;
  /** Gets the means. */
  readonly means: SharedArrayBuffer;
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
   * Computes, and waits.
   *
   * @param masses The law, in shared memory
   * @param shape `length` and `vocabularySize`
   * @returns Mean entropies of all subsets
   * @throws {Error} When a worker failed, or nothing came for two minutes
   */
  meanEntropies(
    masses: SharedArrayBuffer,
    shape: Pick<DenseTable, "length" | "vocabularySize">,
  ): Float64Array {
    const means = new SharedArrayBuffer(8 * (shape.length + 1));
    this.#thread.ask({ masses, shape, means });
    return new Float64Array(means);
  }
}
