import { once } from "node:events";
import { parentPort, Worker } from "node:worker_threads";

/** Milliseconds until a thread that gives no answer is given up. */
const PATIENCE = 120_000;

/** What travels to the thread beside a request. */
interface Waited<Request> {
  readonly request: Request;
  /** At 0 becomes 1 when it is answered, 2 when something went wrong; at 1 what `answer` gave. */
  readonly flags: Int32Array;
}

/**
 * A thread whose answers are waited for asleep: what is timed here is a plain call, and what it asks may
 * need a thread that does not sleep. Started when made and kept warm; the process may end without
 * asking it.
 */
export class WaitedThread<Request> {
  readonly #thread: Worker;
  readonly #flags = new Int32Array(new SharedArrayBuffer(8));
  readonly #purpose: string;

  /**
   * Starts a thread.
   *
   * @param module Its module, which calls {@linkcode answerWaiting}
   * @param options `purpose`, what it does, for messages: "sample in workers"; `data`, what the thread
   *   finds as `workerData`
   */
  constructor(module: URL, { purpose, data }: { purpose: string; data?: unknown }) {
    this.#thread = new Worker(module, { workerData: data });
    this.#thread.unref();
    this.#purpose = purpose;
  }

  /**
   * Waits awake until the thread is ready; called at once after it was made, or never.
   *
   * @returns Fulfilled when it answers without delay
   * @throws {Error} When it does not load
   */
  async ready(): Promise<void> {
    this.#thread.ref();
    await once(this.#thread, "message");
    this.#thread.unref();
  }

  /**
   * Asks, and waits.
   *
   * @param request What is asked; arrays on shared memory can be written into
   * @returns The number that came back, 0 where none did
   * @throws {Error} When the thread failed, or nothing came for two minutes
   */
  ask(request: Request): number {
    Atomics.store(this.#flags, 0, 0);
    const message: Waited<Request> = { request, flags: this.#flags };
    this.#thread.postMessage(message);
    Atomics.wait(this.#flags, 0, 0, PATIENCE);
    const state = Atomics.load(this.#flags, 0);
    if (state !== 1) {
      const cause = state === 0 ? "no answer came" : "the thread failed";
      throw new Error(`Cannot ${this.#purpose}: ${cause}`);
    }
    return Atomics.load(this.#flags, 1);
  }
}

/**
 * The side of the thread: answers every request of the one that waits.
 *
 * @param answer Answers a request; a number that it gives goes back
 * @param ready What the thread waits for before it answers; nothing by default
 */
export function answerWaiting<Request>(
  answer: (request: Request) => Promise<number | void>,
  ready: Promise<unknown> = Promise.resolve(),
): void {
  parentPort!.on("message", async ({ request, flags }: Waited<Request>) => {
    let outcome = 2;
    try {
      await ready;
      Atomics.store(flags, 1, await answer(request) ?? 0);
      outcome = 1;
    } finally {
      Atomics.store(flags, 0, outcome);
      Atomics.notify(flags, 0);
    }
  });
  void ready.then(() => parentPort!.postMessage("ready"));
}
