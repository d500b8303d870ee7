import { checkSubsetTable, meansOfSums, meanSubsetEntropies } from "./mean_subset_entropies.ts";
import { addedParts, partsOf, type SubsetTables } from "./subset_parts.ts";
import type { OpenRequest, SubsetAnswer, SummedParts, SumRequest } from "./subset_worker.ts";

/** Most workers at a time. */
export const SUBSET_WORKER_LIMIT = 256;

/** A worker that answers one request at a time. */
interface Line {
  open(request: OpenRequest): Promise<undefined>;
  sum(request: SumRequest): Promise<SummedParts>;
  end(): void;
}

/**
 * Web Workers that compute the mean entropies of all subsets of a dense law, each on a core of its
 * own: the same bytes for any number of workers. They stay warm from law to law, until they are
 * ended. Worth it from some 10^6 cells `(K + 1)^L`.
 *
 * @example
 * ```ts
 * import { SubsetWorkers } from "@unmask/information/workers";
 * import assert from "node:assert/strict";
 *
 * const workers = new SubsetWorkers(2);
 * try {
 *   const masses = new Float64Array(2 ** 10).fill(2 ** -10);
 *   const means = await workers.meanEntropies(masses, { length: 10, vocabularySize: 2 });
 *   assert.ok(Math.abs(means[7]! - 7 * Math.LN2) < 1e-12);
 * } finally {
 *   workers.end();
 * }
 * ```
 */
export class SubsetWorkers {
  readonly #lines: readonly Line[];
  #isAtWork = false;
  /** Room for a law and a marginal of it, kept from law to law: new memory costs more than a copy. */
  #room: Float64Array = new Float64Array(0);

  /**
   * Starts workers.
   *
   * @param count How many, an integer from 1 to {@linkcode SUBSET_WORKER_LIMIT}
   * @throws {RangeError} On another count
   */
  constructor(count: number) {
    checkWorkers(count);
    this.#lines = Array.from({ length: count }, (_, k) => startLine(`worker ${k}`));
  }

  /**
   * What `meanSubsetEntropies` gives, up to rounding: within 3e-14 of each mean. A law that needs
   * `Math.log` is left to this thread. After an error all workers are ended.
   *
   * The first one to three tokens are decided in every way, which makes `K + 1` parts or more, all
   * of the same size. Workers take them as they go; their sums are added in the order of the parts.
   * `(K + 1)^L / workers` cells of time. A law in shared memory is read where it is, and must not
   * change meanwhile; another one is copied to shared memory, which is kept for the next law: a
   * nanosecond a mass, three the first time. Without `SharedArrayBuffer` (in a page that is not
   * cross-origin isolated) each worker has a copy.
   *
   * @param masses The law, row-major, last token fastest: `K^L` probabilities
   * @param shape `length` `L` and `vocabularySize` `K`
   * @returns `e_0 .. e_L` in nats
   * @throws {RangeError} As `meanSubsetEntropies` does
   * @throws {Error} Naming the worker that failed, or when another law is under way
   */
  async meanEntropies(
    masses: Float64Array,
    shape: { length: number; vocabularySize: number },
  ): Promise<Float64Array> {
    checkSubsetTable(masses, shape);
    if (shape.length === 0) return meanSubsetEntropies(masses, shape);
    if (this.#isAtWork) {
      throw new Error("Cannot compute all subset entropies: these workers are at another law");
    }
    this.#isAtWork = true;
    try {
      const tables = { ...shape, ...this.#placed(masses, shape.vocabularySize) };
      const sums = await this.#sumsOfParts(tables);
      // From the copy, if there is one: what was given may have changed meanwhile.
      return sums === undefined
        ? meanSubsetEntropies(tables.masses, shape)
        : meansOfSums(addedParts(sums));
    } catch (error) {
      this.end();
      throw error;
    } finally {
      this.#isAtWork = false;
    }
  }

  /** The sums of every part, undefined where the law needs `Math.log`. */
  async #sumsOfParts(tables: SubsetTables): Promise<Float64Array[] | undefined> {
    await this.#open(tables);
    // Taken one by one from a counter in shared memory, or else dealt out; a message for each is slow.
    const isTogether = isShared(tables.rest);
    const next = isTogether ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
    const step = isTogether ? 1 : this.#lines.length;
    const answers = await Promise.all(this.#lines.map((line, k) => {
      return line.sum({ kind: "sum", next: next ?? Int32Array.of(k), step });
    }));
    if (!answers.every(({ isQuick }) => isQuick)) return undefined;
    const sums: Float64Array[] = new Array(partsOf(tables));
    for (const { parts } of answers) for (const { part, sums: each } of parts) sums[part] = each;
    return sums;
  }

  /** Each worker sums a share of the first token out, or all of it where it has a copy of its own. */
  async #open(tables: SubsetTables): Promise<void> {
    const { length: cells } = tables.rest;
    const { length: count } = this.#lines;
    const isTogether = isShared(tables.rest);
    await Promise.all(this.#lines.map((line, k) => {
      const from = isTogether ? Math.floor(k * cells / count) : 0;
      const to = isTogether ? Math.floor((k + 1) * cells / count) : cells;
      return line.open({ kind: "open", tables, from, to });
    }));
  }

  /** The law where workers find it, and room for its marginal. */
  #placed(masses: Float64Array, states: number): Pick<SubsetTables, "masses" | "rest"> {
    const cells = masses.length / states;
    if (typeof SharedArrayBuffer === "undefined") return { masses, rest: new Float64Array(cells) };
    const copied = isShared(masses) ? 0 : masses.length;
    if (this.#room.length < copied + cells) {
      this.#room = new Float64Array(new SharedArrayBuffer(8 * (copied + cells)));
    }
    const rest = this.#room.subarray(copied, copied + cells);
    if (copied === 0) return { masses, rest };
    this.#room.set(masses);
    return { masses: this.#room.subarray(0, copied), rest };
  }

  /** Ends all workers; whoever waits for them is refused. */
  end(): void {
    for (const line of this.#lines) line.end();
  }
}

/**
 * Refuses what is no number of workers.
 *
 * @param count The number
 * @throws {RangeError} Unless it is an integer from 1 to {@linkcode SUBSET_WORKER_LIMIT}
 */
export function checkWorkers(count: number): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= SUBSET_WORKER_LIMIT)) {
    throw new RangeError(
      `Cannot start workers: their number must be an integer from 1 to ${SUBSET_WORKER_LIMIT}, got ${count}`,
    );
  }
}

function isShared({ buffer }: Float64Array): boolean {
  return typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;
}

function startLine(name: string): Line {
  const worker = new Worker(new URL("./subset_worker.ts", import.meta.url), {
    type: "module",
    name,
  });
  let failure: Error | undefined;
  let waiting: { resolve(answer: unknown): void; reject(error: Error): void } | undefined;
  const errorOf = (message: string): Error =>
    new Error(`Cannot compute all subset entropies: ${name} failed: ${message}`);
  const fail = (message: string): void => {
    failure ??= errorOf(message);
    waiting?.reject(failure);
  };
  worker.onmessage = ({ data }: MessageEvent<SubsetAnswer>): void => {
    if ("answer" in data) waiting?.resolve(data.answer);
    else waiting?.reject(errorOf(data.error));
  };
  // A worker that did not load, or was killed by an error outside of an answer.
  worker.onerror = (event): void => {
    event.preventDefault();
    fail(event.message);
  };
  const ask = <Answer>(request: OpenRequest | SumRequest): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure);
      waiting = { resolve: (answer) => resolve(answer as Answer), reject };
      worker.postMessage(request);
    });
  return {
    open: ask<undefined>,
    sum: ask<SummedParts>,
    end: () => {
      worker.terminate();
      fail("it was ended");
    },
  };
}
