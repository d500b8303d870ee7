import type { SamplingAnswer, SamplingRequest } from "./sampling_worker.ts";

/** Who waits for an answer. */
interface Waiting {
  resolve(tokens: Int32Array): void;
  reject(error: Error): void;
}

/** One worker, and who waits for its answers: it gives them in the order of the requests. */
export class WorkerLine {
  readonly #name: string;
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #failure: Error | undefined;

  /**
   * Starts a worker.
   *
   * @param name What to call it in messages
   */
  constructor(name: string) {
    this.#name = name;
    this.#worker = new Worker(new URL("./sampling_worker.ts", import.meta.url), {
      type: "module",
      name,
    });
    this.#worker.onmessage = ({ data }: MessageEvent<SamplingAnswer>): void => {
      const waiting = this.#waiting.shift();
      if ("tokens" in data) waiting?.resolve(data.tokens);
      else waiting?.reject(this.#error(data.error));
    };
    // A worker that did not load, or was killed by an error outside of an answer.
    this.#worker.onerror = (event): void => {
      event.preventDefault();
      this.#fail(this.#error(event.message));
    };
  }

  /** Requests that are not answered yet. */
  get load(): number {
    return this.#waiting.length;
  }

  /**
   * Asks for something.
   *
   * @param request The request
   * @returns The tokens asked for
   * @throws {Error} Naming the worker, when it fails or is ended
   */
  ask(request: SamplingRequest): Promise<Int32Array> {
    const answer = new Promise<Int32Array>((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      else this.#waiting.push({ resolve, reject });
    });
    // Whoever stopped listening need not hear of a failure.
    answer.catch(() => {});
    if (!this.#failure) this.#worker.postMessage(request);
    return answer;
  }

  /** Ends the worker; whoever waits is refused. */
  end(): void {
    this.#worker.terminate();
    this.#fail(this.#error("it was ended"));
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }

  #error(message: string): Error {
    return new Error(`Cannot sample: ${this.#name} failed: ${message}`);
  }
}
