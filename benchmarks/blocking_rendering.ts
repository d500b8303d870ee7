import { Worker } from "node:worker_threads";
import type { RenderingTask } from "./questions/report_rendering.ts";

/** Milliseconds until a thread that gives no answer is given up. */
const PATIENCE = 60_000;

/** What the thread is told: to draw, or to copy what it drew last. */
export type RenderingRequest =
  & ({ readonly task: RenderingTask } | { readonly copy: Uint8Array })
  & {
    /** At 0 becomes 1 when that is done, 2 when something went wrong; at 1 how many bytes there are. */
    readonly flags: Int32Array;
  };

/**
 * A thread that draws while this one waits, since what is timed here is a plain call and drawing is
 * not: vega hands its pictures out as promises.
 */
export class BlockingRendering {
  static #started: BlockingRendering | undefined;
  readonly #thread = new Worker(new URL("./blocking_rendering_thread.ts", import.meta.url));
  readonly #flags = new Int32Array(new SharedArrayBuffer(8));

  private constructor() {
    // The process may end without asking it.
    this.#thread.unref();
  }

  /**
   * The thread, started when first asked for and kept warm.
   *
   * @returns The same one each time
   */
  static get(): BlockingRendering {
    return BlockingRendering.#started ??= new BlockingRendering();
  }

  /**
   * Draws, and waits until it is done.
   *
   * @param task What to draw
   * @throws {Error} When drawing failed, or nothing came for a minute
   */
  draw(task: RenderingTask): void {
    this.#send({ task });
  }

  /**
   * Copies what was drawn last.
   *
   * @returns Its text
   */
  text(): string {
    const copy = new Uint8Array(new SharedArrayBuffer(this.#flags[1]!));
    this.#send({ copy });
    return new TextDecoder().decode(copy.slice());
  }

  #send(request: { task: RenderingTask } | { copy: Uint8Array }): void {
    Atomics.store(this.#flags, 0, 0);
    const whole: RenderingRequest = { ...request, flags: this.#flags };
    this.#thread.postMessage(whole);
    Atomics.wait(this.#flags, 0, 0, PATIENCE);
    const state = Atomics.load(this.#flags, 0);
    if (state !== 1) {
      throw new Error(`Cannot draw: ${state === 0 ? "no answer came" : "the thread failed"}`);
    }
  }
}
