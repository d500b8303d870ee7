import type { RenderingTask } from "./questions/report_rendering.ts";
import { WaitedThread } from "./waited_thread.ts";

/** What the thread is told: to draw, or to copy what it drew last. */
export type RenderingRequest = { readonly task: RenderingTask } | { readonly copy: Uint8Array };

/**
 * A thread that draws while this one waits, since what is timed here is a plain call and drawing is
 * not: vega hands its pictures out as promises.
 */
export class BlockingRendering {
  static #started: BlockingRendering | undefined;
  readonly #thread = new WaitedThread<RenderingRequest>(
    new URL("./blocking_rendering_thread.ts", import.meta.url),
    { purpose: "draw" },
  );
  #ready: Promise<void> | undefined;
  #bytes = 0;

  /**
   * The thread, started when first asked for and kept warm.
   *
   * @returns The same one each time
   */
  static get(): BlockingRendering {
    return BlockingRendering.#started ??= new BlockingRendering();
  }

  /**
   * Starts the thread.
   *
   * @returns Fulfilled when it answers without delay
   */
  ready(): Promise<void> {
    return this.#ready ??= this.#thread.ready();
  }

  /**
   * Draws, and waits until it is done.
   *
   * @param task What to draw
   * @throws {Error} When drawing failed, or nothing came for two minutes
   */
  draw(task: RenderingTask): void {
    this.#bytes = this.#thread.ask({ task });
  }

  /**
   * Copies what was drawn last.
   *
   * @returns Its text
   */
  text(): string {
    const copy = new Uint8Array(new SharedArrayBuffer(this.#bytes));
    this.#thread.ask({ copy });
    return new TextDecoder().decode(copy.slice());
  }
}
