import { Worker } from "node:worker_threads";
import type { SamplingRunTask } from "./questions/sampling_run.ts";

/** Milliseconds until a run that gives no answer is given up. */
const PATIENCE = 60_000;

/** What the thread that asks the workers is told: to sample, or to copy what was sampled last. */
export type BlockingRequest =
  & ({ readonly task: SamplingRunTask } | { readonly tokens: Int32Array })
  & {
    /** Becomes 1 when that is done, 2 when something went wrong. */
    readonly flag: Int32Array;
  };

/**
 * Workers whose answer is waited for, since what is timed here is a plain call: a thread of its own
 * asks them and takes their blocks in order while this one sleeps.
 */
export class BlockingWorkers {
  static readonly #started = new Map<number, BlockingWorkers>();
  readonly #thread: Worker;
  readonly #flag = new Int32Array(new SharedArrayBuffer(4));

  private constructor(count: number) {
    this.#thread = new Worker(new URL("./blocking_workers_thread.ts", import.meta.url), {
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
  static of(count: number): BlockingWorkers {
    const started = this.#started.get(count) ?? new BlockingWorkers(count);
    this.#started.set(count, started);
    return started;
  }

  /**
   * Samples, and waits until the thread has all blocks.
   *
   * @param task What to sample
   * @throws {Error} When a worker failed, or nothing came for a minute
   */
  sample(task: SamplingRunTask): void {
    this.#ask({ task });
  }

  /**
   * Copies the tokens that were sampled last, slowly: shared memory is written word by word.
   *
   * @param count How many tokens
   * @returns The tokens
   */
  tokens(count: number): Int32Array {
    const tokens = new Int32Array(new SharedArrayBuffer(4 * count));
    this.#ask({ tokens });
    return tokens;
  }

  #ask(request: { task: SamplingRunTask } | { tokens: Int32Array }): void {
    Atomics.store(this.#flag, 0, 0);
    const whole: BlockingRequest = { ...request, flag: this.#flag };
    this.#thread.postMessage(whole);
    Atomics.wait(this.#flag, 0, 0, PATIENCE);
    const state = Atomics.load(this.#flag, 0);
    if (state !== 1) {
      throw new Error(
        `Cannot sample in workers: ${state === 0 ? "no answer came" : "a worker failed"}`,
      );
    }
  }
}
