import type { SequenceSpace } from "@unmask/information";
import { drawCategorical, type StreamFamily } from "@unmask/random";
import type { Model } from "./checkpoint.ts";
import { logSumExp } from "./log_sum_exp.ts";
import { checkCausal } from "./next_token_predictor.ts";
import { attend, embedded, type Mixing, throughLayers } from "./plain_network.ts";
import type { Rows } from "./plain_rows.ts";

/**
 * An autoregressive network that reads each token once: what later tokens need of it is kept.
 *
 * Of every layer of attention that is the keys and values, of every convolution its normalised input.
 * A token then takes the operations of one position, and a sequence those of one evaluation of the
 * network, where asking the network again for each token would take `L` of them. Plain loops of double
 * precision on one thread, with the logits of `plainLogits` to the last bit: 0.2 ms a token of `tiny`.
 * Several sequences go side by side; none depends on another.
 */
export class CachedDecoder implements SequenceSpace {
  /** Tokens of a sequence. */
  readonly length: number;
  /** Vocabulary size `K`. */
  readonly vocabularySize: number;
  /** Sequences side by side. */
  readonly count: number;
  readonly #model: Model;
  readonly #mixing: Mixing;
  #position = -1;

  /**
   * A decoder with empty caches of `4 L width` numbers a layer and sequence.
   *
   * @param model An autoregressive model
   * @param options `count`, sequences side by side, 1 by default
   * @throws {RangeError} On a mask predictor, or a count that is no positive integer
   */
  constructor(model: Model, options: { count?: number } = {}) {
    checkCausal(model);
    const { count = 1 } = options;
    if (!(Number.isSafeInteger(count) && count >= 1)) {
      throw new RangeError(`Cannot decode: count must be a positive integer, got ${count}`);
    }
    this.length = model.config.length;
    this.vocabularySize = model.config.vocabularySize;
    this.count = count;
    this.#model = model;
    this.#mixing = this.#cached();
  }

  /**
   * Begins new sequences.
   *
   * @returns `K` logits of the first token, for each sequence
   */
  begin(): Float64Array {
    this.#position = 0;
    return this.#read(new Int32Array(this.count).fill(this.vocabularySize));
  }

  /**
   * Reads one more token of each sequence.
   *
   * @param tokens A token for each
   * @returns `K` logits of the token after it, for each sequence
   * @throws {RangeError} Before `begin`, on a token that is none, or where it would be the last
   */
  follow(tokens: ArrayLike<number>): Float64Array {
    const { count, length, vocabularySize } = this;
    if (!(this.#position >= 0 && this.#position < length - 1)) {
      throw new RangeError(
        `Cannot decode: a token must follow 1 to ${length - 1} others, got place ${
          this.#position + 1
        }`,
      );
    }
    const wrong = Array.from(tokens).findIndex((token) =>
      !(Number.isInteger(token) && token >= 0 && token < vocabularySize)
    );
    if (tokens.length !== count || wrong >= 0) {
      throw new RangeError(
        `Cannot decode: there must be ${count} tokens from 0 to ${vocabularySize - 1}, got ${
          tokens.length === count ? tokens[wrong] : `${tokens.length} of them`
        }`,
      );
    }
    this.#position++;
    return this.#read(tokens);
  }

  /**
   * Draws sequences token by token.
   *
   *     Y_i ~ phat(. | Y_1 .. Y_{i-1})
   *
   * @param options `streams`; sequence `n` of them uses stream `from + n` alone
   * @returns `count` rows of `length` tokens
   */
  draw({ streams, from }: { streams: StreamFamily; from: number }): Int32Array {
    const { count, length, vocabularySize } = this;
    const own = Array.from({ length: count }, (_, n) => streams.at(from + n));
    const out = new Int32Array(count * length);
    const tokens = new Int32Array(count);
    for (let i = 0; i < length; i++) {
      const logits = i === 0 ? this.begin() : this.follow(tokens);
      own.forEach((stream, n) => {
        const row = [n * vocabularySize, (n + 1) * vocabularySize] as const;
        const total = logSumExp(logits, row[0], vocabularySize);
        const law = logits.subarray(...row).map((logit) => Math.exp(logit - total));
        tokens[n] = out[n * length + i] = drawCategorical(law, stream);
      });
    }
    return out;
  }

  #read(tokens: ArrayLike<number>): Float64Array {
    const { config, tensors } = this.#model;
    const position = this.#position;
    const places = Array.from(tokens, (token) => ({ token, position }));
    return throughLayers(config, tensors, {
      x: embedded(config, tensors, places),
      ...this.#mixing,
    });
  }

  /** Layers that see what is kept of the positions before, and keep what is given. */
  #cached(): Mixing {
    const { count, length } = this;
    const { width, window, heads, dilations, attentionLayers } = this.#model.config;
    const cache = (channels: number): Rows => new Float64Array(count * length * channels);
    const inputs = dilations.map(() => cache(width));
    const asked = Array.from({ length: attentionLayers }, () => cache(3 * width));
    return {
      neighbours: (normal, layer) => {
        const kept = inputs[layer]!;
        const seen = new Float64Array(count * window * width);
        for (let n = 0; n < count; n++) {
          const first = n * length;
          const here = first + this.#position;
          kept.set(normal.subarray(n * width, (n + 1) * width), here * width);
          for (let tap = 0; tap < window; tap++) {
            const place = here - (window - 1 - tap) * dilations[layer]!;
            if (place < first) continue;
            const channels = kept.subarray(place * width, (place + 1) * width);
            seen.set(channels, (n * window + tap) * width);
          }
        }
        return seen;
      },
      attended: (queryKeyValue, layer) => {
        const kept = asked[layer]!;
        const stride = 3 * width;
        const mixed = new Float64Array(count * width);
        for (let n = 0; n < count; n++) {
          const query = queryKeyValue.subarray(n * stride, (n + 1) * stride);
          kept.set(query, (n * length + this.#position) * stride);
          const keysAndValues = kept.subarray(n * length * stride);
          const out = mixed.subarray(n * width, (n + 1) * width);
          attend({ width, heads }, {
            query,
            keysAndValues,
            stride,
            seen: this.#position + 1,
          }, out);
        }
        return mixed;
      },
    };
  }
}
