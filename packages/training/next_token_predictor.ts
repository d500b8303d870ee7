import type { SequenceSpace } from "@unmask/information";
import { BatchedNetwork, groupsOf } from "./batched_network.ts";
import type { Model } from "./checkpoint.ts";
import { logSumExp } from "./log_sum_exp.ts";
import { shiftInputs } from "./masked_batch.ts";

/**
 * A trained autoregressive network: each token from those before it.
 *
 * All tokens of a sequence are predicted in one evaluation, of 32, 8 or 1 sequences at a time. To draw
 * sequences see {@linkcode CachedDecoder}. Its device must be open, see `openDevice`.
 */
export class NextTokenPredictor implements SequenceSpace {
  /** Tokens of a sequence. */
  readonly length: number;
  /** Vocabulary size `K`. */
  readonly vocabularySize: number;
  readonly #network: BatchedNetwork;

  /**
   * Puts a model on the open device.
   *
   * @param model An autoregressive model
   * @throws {RangeError} On a mask predictor
   */
  constructor(model: Model) {
    checkCausal(model);
    this.length = model.config.length;
    this.vocabularySize = model.config.vocabularySize;
    this.#network = new BatchedNetwork(model);
  }

  /**
   * `ln phat(x_i | x_1 .. x_{i-1})` of each token, on all threads. Logits are of single precision, the
   * softmax over them of double precision.
   *
   * @param sequences Whole sequences
   * @returns `length` numbers in nats for each sequence
   */
  async logProbabilities(sequences: readonly Int32Array[]): Promise<Float64Array> {
    const { length, vocabularySize } = this;
    const out = new Float64Array(sequences.length * length);
    let n = 0;
    for (const group of groupsOf(sequences)) {
      const inputs = group.map((sequence) => shiftInputs(sequence.slice(), vocabularySize));
      const logits = await this.#network.logits(inputs);
      group.forEach((sequence, row) => {
        sequence.forEach((token, i) => {
          const from = (row * length + i) * vocabularySize;
          out[n++] = logits[from + token]! - logSumExp(logits, from, vocabularySize);
        });
      });
    }
    return out;
  }

  /** Gives the memory of the device back; the predictor is of no use afterwards. */
  dispose(): void {
    this.#network.dispose();
  }
}

/**
 * Checks that a model predicts the next token. O(1).
 *
 * @param model A model
 * @throws {RangeError} On a mask predictor
 */
export function checkCausal({ config }: Model): void {
  if (!config.causal) {
    throw new RangeError(
      "Cannot predict next tokens: the model must be autoregressive, got one that sees both sides",
    );
  }
}
