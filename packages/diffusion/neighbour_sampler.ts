import type { NearestNeighbourLaw, NeighbourTables } from "@unmask/information";
import { drawPermutation, type Stream, type StreamFamily } from "@unmask/random";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { type NeighbourTokens, neighbourTokens } from "./neighbour_tokens.ts";
import { RevealedNeighbours } from "./revealed_neighbours.ts";
import { checkUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";

/**
 * The parallel unmasking sampler of a law in which a token depends on its nearest revealed
 * neighbours alone, with the exact predictor: Potts and Markov chains.
 *
 * Draws the tokens that `unmask` draws with `exactPredictor(law)` from the same stream, in O(1) a
 * token (O(K) for a chain given by a matrix) whatever the number of iterations. The two may differ
 * where a uniform number falls between two roundings of one cumulative probability, about once in
 * 10^15 tokens. All tokens of an iteration have neighbours of earlier iterations, so they never see
 * each other.
 *
 * One sampler keeps its room for sequences of one length; use one a thread.
 */
export class NeighbourSampler {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
  readonly #tokens: NeighbourTokens;
  readonly #neighbours: RevealedNeighbours;
  readonly #order: Int32Array;
  readonly #state: Int32Array;

  /**
   * A sampler of a law. O(L) time and memory, and that of the law's tables.
   *
   * @param law The law, or its tables
   * @throws {RangeError} When the law refuses to make tables, or on tables of another size
   */
  constructor(law: NearestNeighbourLaw | NeighbourTables) {
    const tables = "form" in law ? law : law.neighbourTables();
    this.length = tables.length;
    this.vocabularySize = tables.vocabularySize;
    this.#tokens = neighbourTokens(tables);
    this.#neighbours = new RevealedNeighbours(tables.length);
    this.#order = new Int32Array(tables.length);
    this.#state = new Int32Array(tables.length + 2);
  }

  /**
   * Draws one sequence, as `unmask` does.
   *
   * @param options `sizes` in order of unmasking; `stream` of randomness
   * @returns `length` tokens
   * @throws {RangeError} On sizes that do not sum to the length
   */
  unmask(options: { sizes: readonly number[]; stream: Stream }): Int32Array {
    this.#unmask(maskSizes(options.sizes, { length: this.length }), options.stream);
    return this.#state.slice(1, this.length + 1);
  }

  /**
   * Draws one sequence, revealing the given sets of positions, as `unmaskInOrder` does.
   *
   * @param options `order`, an ordered partition of the positions; `stream` of randomness
   * @returns `length` tokens
   * @throws {RangeError} On an order that is no ordered partition
   */
  unmaskInOrder(options: { order: UnmaskingOrder; stream: Stream }): Int32Array {
    const { order, stream } = options;
    checkUnmaskingOrder(order, this.length);
    let revealed = 0;
    for (const positions of order) {
      this.#order.set(positions, revealed);
      revealed += positions.length;
    }
    this.#draw(maskSizes(order.map((positions) => positions.length)), stream);
    return this.#state.slice(1, this.length + 1);
  }

  /**
   * Draws many sequences: sample `n` from stream `n` alone, the same tokens in any order of work.
   *
   * @param options `sizes` in order of unmasking; `streams`; `first` sample
   * @param out Receives whole sequences one after another, as many as it has room for
   * @throws {RangeError} On sizes that do not sum to the length, room that is not a whole number of
   *   sequences, or a sample that no stream has
   */
  unmaskMany(
    options: { sizes: readonly number[]; streams: StreamFamily; first: number },
    out: Int32Array,
  ): void {
    const { length } = this;
    const { streams, first } = options;
    const sizes = maskSizes(options.sizes, { length });
    if (!(out.length % length === 0)) {
      throw new RangeError(
        `Cannot draw sequences: room must be for whole sequences of ${length}, got ${out.length}`,
      );
    }
    for (let n = 0; n < out.length / length; n++) {
      this.#unmask(sizes, streams.at(first + n));
      out.set(this.#state.subarray(1, length + 1), n * length);
    }
  }

  /**
   * Log-ratio of a sequence's probability under the law and under this sampler, both drawn: the
   * value whose mean is the path error.
   *
   *     ln p(x) - sum_i ln p(x_i | nearest tokens revealed before i),   x ~ p, then an order
   *
   * Draws as `estimatePathError` does: a token at a time from left to right, then the order. O(1) a
   * token.
   *
   * @param sizes Mask sizes in order of unmasking, proved for this length
   * @param stream Where the randomness comes from
   * @returns The log-ratio in nats
   */
  drawPathLogRatio(sizes: MaskSizes, stream: Stream): number {
    const turns = { order: this.#order, neighbours: this.#neighbours };
    for (let i = 0; i < this.length; i++) this.#order[i] = i;
    this.#neighbours.findFromLeft();
    this.#tokens.draw(turns, stream, this.#state);
    const law = this.#tokens.logProbability(turns, this.#state);
    drawPermutation(this.length, stream, this.#order);
    this.#neighbours.findIn(this.#order, sizes);
    return law - this.#tokens.logProbability(turns, this.#state);
  }

  #unmask(sizes: MaskSizes, stream: Stream): void {
    drawPermutation(this.length, stream, this.#order);
    this.#draw(sizes, stream);
  }

  #draw(sizes: MaskSizes, stream: Stream): void {
    this.#neighbours.findIn(this.#order, sizes);
    this.#tokens.draw(
      { order: this.#order, neighbours: this.#neighbours },
      stream,
      this.#state,
    );
  }
}
