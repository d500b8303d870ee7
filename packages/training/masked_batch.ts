import { MASK, type SequenceSampler } from "@unmask/information";
import { partialShuffle, type Stream } from "@unmask/random";

/** What one step of training sees. */
export interface TrainingBatch {
  /** Sequences in it. */
  readonly rows: number;
  /** Input tokens, row-major, `K` where masked. */
  readonly inputs: Int32Array<ArrayBuffer>;
  /** The tokens to predict, row-major. */
  readonly targets: Int32Array<ArrayBuffer>;
  /** What each position counts in the loss: they sum to 1 in each row over the number of rows. */
  readonly weights: Float32Array<ArrayBuffer>;
}

/**
 * A batch of the masked-diffusion loss.
 *
 *     loss = E_k E_{x, |W| = k} [ 1/(L-k) sum_{i not in W} -ln phat_i(x_i | x_W) ],   k uniform on 0 .. L-1
 *
 * which is `1/L` times the path NLL of one token an iteration. The counts `k` of a batch are spread
 * evenly, one from each of `rows` strata of `0 .. L-1`, so that no batch lacks easy or hard ones: the
 * same mean, less noise. O(rows L).
 *
 * @param source Where sequences come from
 * @param options `rows`, sequences in the batch; `stream`, used for all of them in turn
 * @returns The batch
 */
export function maskedBatch(
  source: SequenceSampler,
  options: { rows: number; stream: Stream },
): TrainingBatch {
  const { rows, stream } = options;
  const offset = stream.nextDouble();
  return filledBatch(source, options, (row, inputs, weights) => {
    const { length } = source;
    const revealed = Math.min(length - 1, Math.floor((row + offset) / rows * length));
    const order = Int32Array.from({ length }, (_, i) => i);
    const masked = length - revealed;
    partialShuffle(order, masked, stream);
    for (const position of order.subarray(0, masked)) {
      inputs[position] = source.vocabularySize;
      weights[position] = 1 / (masked * rows);
    }
  });
}

/**
 * A batch of the autoregressive loss, `1/L sum_i -ln phat_i(x_i | x_1 .. x_{i-1})`: every input is
 * shifted by one token, with the mask in front. O(rows L).
 *
 * @param source Where sequences come from
 * @param options `rows`, sequences in the batch; `stream`, used for all of them in turn
 * @returns The batch
 */
export function causalBatch(
  source: SequenceSampler,
  options: { rows: number; stream: Stream },
): TrainingBatch {
  const { length, vocabularySize } = source;
  return filledBatch(source, options, (_, inputs, weights) => {
    shiftInputs(inputs, vocabularySize);
    weights.fill(1 / (length * options.rows));
  });
}

/**
 * The inputs of some states as a network reads them: the mask is token `K`.
 *
 * @param states Tokens, `MASK` where not revealed, row-major
 * @param vocabularySize `K`
 * @returns Tokens from 0 to `K`
 */
export function networkInputs(
  states: Int32Array,
  vocabularySize: number,
): Int32Array<ArrayBuffer> {
  return new Int32Array(states.map((token) => token === MASK ? vocabularySize : token));
}

/**
 * The input of an autoregressive network: its tokens one place later, with the mask in front. O(L).
 *
 * @param tokens A sequence, which is written over
 * @param vocabularySize `K`
 * @returns The same array
 */
export function shiftInputs(tokens: Int32Array, vocabularySize: number): Int32Array {
  tokens.copyWithin(1, 0, tokens.length - 1);
  tokens[0] = vocabularySize;
  return tokens;
}

function filledBatch(
  source: SequenceSampler,
  { rows, stream }: { rows: number; stream: Stream },
  hide: (row: number, inputs: Int32Array, weights: Float32Array) => void,
): TrainingBatch {
  const { length } = source;
  const targets = new Int32Array(rows * length);
  const inputs = new Int32Array(rows * length);
  const weights = new Float32Array(rows * length);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * length, (row + 1) * length];
    source.draw(stream, targets.subarray(from, to));
    inputs.set(targets.subarray(from, to), from);
    hide(row, inputs.subarray(from, to), weights.subarray(from, to));
  }
  return { rows, inputs, targets, weights };
}
