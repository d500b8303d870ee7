import type { SamplingRunTask } from "./questions/sampling_run.ts";
import { WaitedThread } from "./waited_thread.ts";

/** What the thread that asks the workers is told: to sample, or to copy what was sampled last. */
export type BlockingRequest = { readonly task: SamplingRunTask } | { readonly tokens: Int32Array };

/**
 * Workers whose answer is waited for, since what is timed here is a plain call: a thread of its own
 * asks them and takes their blocks in order while this one sleeps.
 */
export class BlockingWorkers {
  static readonly #started = new Map<number, BlockingWorkers>();
  readonly #thread: WaitedThread<BlockingRequest>;
  #ready: Promise<void> | undefined;

  private constructor(count: number) {
    const module = new URL("./blocking_workers_thread.ts", import.meta.url);
    this.#thread = new WaitedThread(module, { purpose: "sample in workers", data: count });
  }

  /**
   * Workers, started when first asked for and kept warm.
   *
   * @param count How many
   * @returns The same ones for the same number
   */
  static of(count: number): BlockingWorkers {
    const started = this.#started.get(count) ?? new BlockingWorkers(count);
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
   * Samples, and waits until the thread has all blocks.
   *
   * @param task What to sample
   * @throws {Error} When a worker failed, or nothing came for two minutes
   */
  sample(task: SamplingRunTask): void {
    this.#thread.ask({ task });
  }

  /**
   * Copies the tokens that were sampled last, slowly: shared memory is written word by word.
   *
   * @param count How many tokens
   * @returns The tokens
   */
  tokens(count: number): Int32Array {
    const tokens = new Int32Array(new SharedArrayBuffer(4 * count));
    this.#thread.ask({ tokens });
    return tokens;
  }
}
