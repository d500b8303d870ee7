import type { BatchMaskPredictor, PredictionRequest } from "@unmask/diffusion";
import { BatchedNetwork, groupsOf } from "./batched_network.ts";
import type { Model } from "./checkpoint.ts";
import { logSumExp } from "./log_sum_exp.ts";
import { networkInputs } from "./masked_batch.ts";

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
  readonly #network: BatchedNetwork;

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
    this.#network = new BatchedNetwork(model);
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
      const logits = this.#network.logitsNow(this.#inputs(group));
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
      const logits = await this.#network.logits(this.#inputs(group));
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
      const logits = await this.#network.logits(this.#inputs(group));
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
    this.#network.dispose();
  }

  #inputs(group: readonly PredictionRequest[]): Int32Array[] {
    return group.map(({ state }) => networkInputs(state, this.vocabularySize));
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
