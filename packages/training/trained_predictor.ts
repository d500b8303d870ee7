import { jit, numpy as np, tree } from "@jax-js/jax";
import { MASK } from "@unmask/information";
import type { BatchMaskPredictor, PredictionRequest } from "@unmask/diffusion";
import type { Model } from "./checkpoint.ts";
import { type Arrays, dispose, logitsOf, toDevice } from "./network.ts";

/** Sequences of one evaluation, most first: each number is one program, compiled once. */
const ROWS = [32, 8, 1] as const;

/** A request for the log-probabilities of given tokens. */
export interface TokenRequest extends PredictionRequest {
  /** A token for each position. */
  readonly tokens: Int32Array;
}

/**
 * A trained network as a mask predictor.
 *
 * Logits are of single precision; the softmax over them is taken in double precision, so rows sum to 1
 * to 1e-12. `predictBatch` computes on one thread while it is waited for, `rows` and
 * `logProbabilities` on all of them. Sequences are evaluated 32, 8 or 1 at a time; no answer depends on
 * what else is asked. Its device must be open, see `openDevice`.
 */
export class TrainedPredictor implements BatchMaskPredictor {
  /** Tokens of a sequence. */
  readonly length: number;
  /** Vocabulary size `K`, without the mask. */
  readonly vocabularySize: number;
  readonly #parameters: Arrays;
  readonly #programs: ReturnType<typeof program>[];
  readonly #waitedFor: ReturnType<typeof program>[];

  /**
   * Puts a model on the open device.
   *
   * @param model A mask predictor
   * @throws {RangeError} On an autoregressive model
   */
  constructor(model: Model) {
    const { config } = model;
    if (config.causal) {
      throw new RangeError(
        "Cannot predict masked tokens: the model must see both sides, got an autoregressive one",
      );
    }
    this.length = config.length;
    this.vocabularySize = config.vocabularySize;
    this.#parameters = toDevice(model.tensors, config);
    // A program that was compiled to be waited for runs on one thread ever after.
    this.#programs = ROWS.map(() => program(model));
    this.#waitedFor = ROWS.map(() => program(model));
  }

  /**
   * Writes `phat_i(. | x_W)` for each position of each request, computing on one thread.
   *
   * @param requests States and their positions
   * @param out Row-major, one row of `vocabularySize` probabilities for each position
   */
  predictBatch(requests: readonly PredictionRequest[], out: Float64Array): void {
    let row = 0;
    for (const group of groupsOf(requests)) {
      const logits = this.#evaluate(this.#waitedFor, group).dataSync() as Float32Array;
      row = this.#writeRows(group, logits, { out, row });
    }
  }

  /**
   * As {@linkcode predictBatch}, on all threads or on a graphics adapter.
   *
   * @param requests States and their positions
   * @returns One row of `vocabularySize` probabilities for each position
   */
  async rows(requests: readonly PredictionRequest[]): Promise<Float64Array> {
    const count = requests.reduce((sum, { positions }) => sum + positions.length, 0);
    const out = new Float64Array(count * this.vocabularySize);
    let row = 0;
    for (const group of groupsOf(requests)) {
      const logits = (await this.#evaluate(this.#programs, group).data()) as Float32Array;
      row = this.#writeRows(group, logits, { out, row });
    }
    return out;
  }

  /**
   * `ln phat_i(token | x_W)` for each position of each request.
   *
   * @param requests States, positions and a token for each
   * @returns One number in nats for each position, request after request
   */
  async logProbabilities(requests: readonly TokenRequest[]): Promise<Float64Array> {
    const count = requests.reduce((sum, { positions }) => sum + positions.length, 0);
    const out = new Float64Array(count);
    let n = 0;
    for (const group of groupsOf(requests)) {
      const logits = (await this.#evaluate(this.#programs, group).data()) as Float32Array;
      group.forEach(({ positions, tokens }, sequence) => {
        positions.forEach((position, i) => {
          const from = (sequence * this.length + position) * this.vocabularySize;
          out[n++] = logits[from + tokens[i]!]! - logSumExp(logits, from, this.vocabularySize);
        });
      });
    }
    return out;
  }

  /** Gives the memory of the device back; the predictor is of no use afterwards. */
  dispose(): void {
    dispose(this.#parameters);
    for (const one of [...this.#programs, ...this.#waitedFor]) one.dispose();
  }

  #evaluate(
    programs: readonly ReturnType<typeof program>[],
    group: readonly PredictionRequest[],
  ): np.Array {
    const which = ROWS.findLastIndex((rows) => rows >= group.length);
    const rows = ROWS[which]!;
    const tokens = new Int32Array(rows * this.length);
    group.forEach(({ state }, n) => {
      for (let i = 0; i < this.length; i++) {
        tokens[n * this.length + i] = state[i] === MASK ? this.vocabularySize : state[i]!;
      }
    });
    const input = np.array(tokens).reshape([rows, this.length]);
    return programs[which]!(tree.ref(this.#parameters), input);
  }

  #writeRows(
    group: readonly PredictionRequest[],
    logits: Float32Array,
    to: { out: Float64Array; row: number },
  ): number {
    const { vocabularySize, length } = this;
    let { row } = to;
    group.forEach(({ positions }, sequence) => {
      for (const position of positions) {
        const from = (sequence * length + position) * vocabularySize;
        const total = logSumExp(logits, from, vocabularySize);
        for (let y = 0; y < vocabularySize; y++) {
          to.out[row * vocabularySize + y] = Math.exp(logits[from + y]! - total);
        }
        row++;
      }
    });
    return row;
  }
}

// The return type is what the library infers.
// deno-lint-ignore explicit-function-return-type
function program({ config }: Model) {
  return jit((parameters: Arrays, tokens: np.Array) => logitsOf(config, parameters, tokens));
}

/**
 * Requests in groups, one for each evaluation: three evaluations of 8 are cheaper than one of 32 that is
 * mostly empty.
 */
function groupsOf<R extends PredictionRequest>(requests: readonly R[]): R[][] {
  const [most, some] = ROWS;
  const groups: R[][] = [];
  for (let from = 0; from < requests.length;) {
    const left = requests.length - from;
    const size = Math.min(left, left > 3 * some ? most : some);
    groups.push(requests.slice(from, from + size));
    from += size;
  }
  return groups;
}

function logSumExp(logits: Float32Array, from: number, count: number): number {
  let most = -Infinity;
  for (let y = 0; y < count; y++) most = Math.max(most, logits[from + y]!);
  let sum = 0;
  for (let y = 0; y < count; y++) sum += Math.exp(logits[from + y]! - most);
  return most + Math.log(sum);
}
