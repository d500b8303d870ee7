import { checkSubsetTable, meansOfSums, meanSubsetEntropies } from "./mean_subset_entropies.ts";
import { branchOf, decidedTokens } from "./subset_branches.ts";
import { isQuick } from "./subset_sums.ts";
import type { SubsetAnswer, SubsetRequest, SubsetTables } from "./subset_worker.ts";

/** Most workers at a time. */
export const SUBSET_WORKER_LIMIT = 256;

/** A worker that answers one request at a time. */
interface Line {
  ask(request: SubsetRequest): Promise<Float64Array>;
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

  /**
   * Starts workers.
   *
   * @param count How many, an integer from 1 to {@linkcode SUBSET_WORKER_LIMIT}
   * @throws {RangeError} On another count
   */
  constructor(count: number) {
    if (!(Number.isInteger(count) && count >= 1 && count <= SUBSET_WORKER_LIMIT)) {
      throw new RangeError(
        `Cannot start workers: their number must be an integer from 1 to ${SUBSET_WORKER_LIMIT}, got ${count}`,
      );
    }
    this.#lines = Array.from({ length: count }, (_, k) => startLine(`worker ${k}`));
  }

  /**
   * What `meanSubsetEntropies` gives, up to rounding: within 3e-14 of each mean. A law that needs
   * `Math.log` is left to this thread. After an error all workers are ended.
   *
   * The first one to three tokens are decided in every way, which makes `K + 1` parts or more, all
   * of the same size. Workers take them as they go; their sums are added in the order of the parts.
   * `(K + 1)^L / workers` cells of time, and `2 K^L` of memory, which the workers share where there
   * is a `SharedArrayBuffer` (in a page that is cross-origin isolated), else each has a copy.
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
    if (!isQuick(masses, { inPieces: true })) return meanSubsetEntropies(masses, shape);
    if (shape.length === 0) return meanSubsetEntropies(masses, shape);
    if (this.#isAtWork) {
      throw new Error("Cannot compute all subset entropies: these workers are at another law");
    }
    this.#isAtWork = true;
    try {
      return meansOfSums(added(await this.#sumsOfBranches(masses, shape)));
    } catch (error) {
      this.end();
      throw error;
    } finally {
      this.#isAtWork = false;
    }
  }

  async #sumsOfBranches(
    masses: Float64Array,
    { length, vocabularySize }: { length: number; vocabularySize: number },
  ): Promise<Float64Array[]> {
    const choice = { states: vocabularySize, choice: vocabularySize };
    const { masses: rest } = branchOf({ masses, kept: 0 }, choice);
    const tables: SubsetTables = {
      masses: shared(masses),
      rest: shared(rest),
      length,
      vocabularySize,
    };
    const count = (vocabularySize + 1) ** decidedTokens(tables);
    const sums: Float64Array[] = new Array(count);
    let next = 0;
    await Promise.all(this.#lines.map(async (line) => {
      await line.ask({ kind: "open", tables });
      while (next < count) {
        const branch = next++;
        sums[branch] = await line.ask({ kind: "sum", branch });
      }
    }));
    return sums;
  }

  /** Ends all workers; whoever waits for them is refused. */
  end(): void {
    for (const line of this.#lines) line.end();
  }
}

/** Sums of all parts, in their order and with Kahan's compensation. */
function added(parts: readonly Float64Array[]): Float64Array {
  return parts[0]!.map((_, k) => {
    let sum = 0;
    let lost = 0;
    for (const part of parts) {
      const term = part[k]! - lost;
      const next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
    return sum;
  });
}

function shared(masses: Float64Array): Float64Array {
  if (typeof SharedArrayBuffer === "undefined") return masses.slice();
  const copy = new Float64Array(new SharedArrayBuffer(masses.byteLength));
  copy.set(masses);
  return copy;
}

function startLine(name: string): Line {
  const worker = new Worker(new URL("./subset_worker.ts", import.meta.url), {
    type: "module",
    name,
  });
  let failure: Error | undefined;
  let waiting: { resolve(sums: Float64Array): void; reject(error: Error): void } | undefined;
  const errorOf = (message: string): Error =>
    new Error(`Cannot compute all subset entropies: ${name} failed: ${message}`);
  const fail = (message: string): void => {
    failure ??= errorOf(message);
    waiting?.reject(failure);
  };
  worker.onmessage = ({ data }: MessageEvent<SubsetAnswer>): void => {
    if ("sums" in data) waiting?.resolve(data.sums);
    else waiting?.reject(errorOf(data.error));
  };
  // A worker that did not load, or was killed by an error outside of an answer.
  worker.onerror = (event): void => {
    event.preventDefault();
    fail(event.message);
  };
  return {
    ask: (request) => {
      return new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        waiting = { resolve, reject };
        worker.postMessage(request);
      });
    },
    end: () => {
      worker.terminate();
      fail("it was ended");
    },
  };
}
