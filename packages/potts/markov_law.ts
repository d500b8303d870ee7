import {
  type BlockCurveSource,
  checkBlocks,
  checkConditioning,
  checkSequence,
  checkSequenceSpace,
  entropy,
  type InformationCurve,
  MASK,
  type NearestNeighbourLaw,
  type NeighbourTables,
  type Pmf,
  SMALLEST_PRODUCT,
  sortedPositions,
  type Source,
} from "@unmask/information";
import { drawCategorical, type Stream } from "@unmask/random";
import { chainCurve } from "./chain_curve.ts";
import { contextCurve } from "./context_curve.ts";
import type { TransitionKernel } from "./transition_kernel.ts";

/**
 * Everything about a Markov chain that follows from its transition kernel: a token depends on the
 * revealed ones through the nearest on either side, so entropies, conditionals and draws are local.
 */
export class MarkovLaw implements Source, BlockCurveSource, NearestNeighbourLaw {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
  readonly #kernel: TransitionKernel;

  /**
   * The law of the chain with the given kernel.
   *
   * @param kernel How likely each token is, alone and some steps after another
   * @throws {RangeError} On a shape that is not of positive integers within the limits
   */
  constructor(kernel: TransitionKernel) {
    checkSequenceSpace(kernel, "make a chain");
    this.length = kernel.length;
    this.vocabularySize = kernel.vocabularySize;
    this.#kernel = kernel;
  }

  /**
   * Joint entropy of the tokens at `positions`, by the chain rule from left to right.
   *
   *     H(X_S) = H(X_{i_1}) + sum_j H(X_{i_{j+1}} | X_{i_j})
   *
   * `O(k log k)` time for `k` positions, and that of the kernel's gap entropies.
   *
   * @param positions Distinct positions, in any order
   * @returns Entropy in nats
   * @throws {RangeError} On a position out of range or given twice
   */
  subsetEntropy(positions: readonly number[]): number {
    const sorted = sortedPositions(positions, this.length);
    if (sorted.length === 0) return 0;
    let sum = entropy(this.#kernel.marginal(sorted[0]!));
    for (let j = 1; j < sorted.length; j++) {
      sum += this.#kernel.gapEntropy(sorted[j - 1]!, sorted[j]! - sorted[j - 1]!);
    }
    return sum;
  }

  /**
   * `ln p(x) = ln pi(x_1) + sum_i ln P(x_i, x_{i+1})`. O(L) time.
   *
   * @param tokens `length` tokens
   * @returns Log-probability in nats, `-Infinity` off the support
   * @throws {RangeError} On a sequence that is not of this space
   */
  logProbability(tokens: Int32Array): number {
    checkSequence(tokens, this);
    let sum = Math.log(this.#kernel.marginal(0)[tokens[0]!]!);
    for (let i = 1; i < this.length; i++) {
      sum += Math.log(this.#kernel.probability(1, tokens[i - 1]!, tokens[i]!));
    }
    return sum;
  }

  /**
   * The law of each masked position given the nearest revealed tokens `a` and `b`.
   *
   *     p(x_i = y | x_a, x_b)  is proportional to  P^{i-a}(x_a, y) P^{b-i}(y, x_b)
   *
   * O(L + m K) time for `m` positions. Where further revealed tokens are impossible together but
   * the nearest two are not, the row is still the law given those two: any version of a
   * conditional on an event of probability 0 is correct.
   *
   * @param revealed Tokens, MASK where not revealed
   * @param positions Masked positions whose law is wanted
   * @param out Row-major, one row of `vocabularySize` per position
   * @returns Rows left undefined (NaN) because their two neighbours cannot occur together
   * @throws {RangeError} On a state that is not of this space, or a position that is not masked
   */
  conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number {
    checkConditioning(revealed, positions, this);
    const { vocabularySize } = this;
    const { left, right } = nearestRevealed(revealed);
    let undefinedRows = 0;
    for (let row = 0; row < positions.length; row++) {
      const i = positions[row]!;
      const total = this.#fillRow(
        { revealed, i, left: left[i]!, right: right[i]! },
        out.subarray(row * vocabularySize, (row + 1) * vocabularySize),
      );
      if (!(total > 0)) undefinedRows++;
    }
    return undefinedRows;
  }

  #fillRow(
    at: { revealed: Int32Array; i: number; left: number; right: number },
    out: Float64Array,
  ): number {
    const { revealed, i, left, right } = at;
    const kernel = this.#kernel;
    const marginal = left < 0 ? kernel.marginal(i) : undefined;
    let total = 0;
    for (let y = 0; y < out.length; y++) {
      let weight = marginal ? marginal[y]! : kernel.probability(i - left, revealed[left]!, y);
      if (right < this.length && weight > 0) {
        weight *= kernel.probability(right - i, y, revealed[right]!);
      }
      out[y] = weight;
      total += weight;
    }
    if (!(total >= SMALLEST_PRODUCT) && left >= 0 && right < this.length) {
      const between = {
        from: revealed[left]!,
        left: i - left,
        to: revealed[right]!,
        right: right - i,
      };
      total = kernel.scaledWeights(between, out);
    }
    for (let y = 0; y < out.length; y++) out[y]! /= total;
    return total;
  }

  /**
   * Draws a sequence from left to right: serial, hence exact. O(L K) time.
   *
   * @param stream Where the randomness comes from
   * @param out Receives `length` tokens
   */
  draw(stream: Stream, out: Int32Array): void {
    const row = new Float64Array(this.vocabularySize);
    out[0] = drawCategorical(this.#kernel.marginal(0), stream);
    for (let i = 1; i < this.length; i++) {
      for (let y = 0; y < row.length; y++) row[y] = this.#kernel.probability(1, out[i - 1]!, y);
      out[i] = drawCategorical(row, stream);
    }
  }

  /**
   * What a sampler by nearest revealed neighbours needs of this chain, as plain arrays.
   *
   * @returns Tables; shared, not to be written to. `O(L)` numbers for a Potts chain, `K^2` for each
   *   distance until tokens forget for one given by a matrix
   * @throws {RangeError} When a chain that does not mix would take more memory than is allowed
   */
  neighbourTables(): NeighbourTables {
    return this.#kernel.neighbourTables();
  }

  /**
   * The exact information curve in closed form, see `chainCurve`.
   *
   * @returns The curve, `Z` to nearly full relative precision
   * @throws {RangeError} When the kernel's cost is above its limit
   */
  informationCurve(): InformationCurve {
    // The pairs first: they are the cost, so they are what is refused.
    const pairInformation = this.#kernel.pairInformation();
    const tokenEntropy = this.#kernel.tokenEntropy();
    const kernel = this.#kernel;
    const gapEntropy = kernel.isStationary
      ? (distance: number): number => kernel.gapEntropy(0, distance)
      : undefined;
    return chainCurve({ length: this.length, tokenEntropy, pairInformation, gapEntropy });
  }

  /**
   * The information curve of each block given all tokens before it, of which the nearest alone
   * matters: that of a chain for the first block, see `chainCurve`, and of a chain given its first
   * token for the others, see `contextCurve`.
   *
   * Blocks of one length that follow tokens of one law are alike and computed once: all but the first
   * of a stationary chain. A chain with a given start costs `n^2 K^2` a block of `n` tokens until
   * the laws of its tokens have settled.
   *
   * @param lengths Lengths of contiguous blocks, from left to right, summing to `length`
   * @returns The exact curve of each block; blocks that are alike share one object
   * @throws {RangeError} On lengths that are not those of such blocks, or a cost above the kernel's
   *   limit
   */
  blockCurves(lengths: readonly number[]): InformationCurve[] {
    checkBlocks(lengths, this.length);
    const known = new Map<Pmf, Map<number, InformationCurve>>();
    let start = 0;
    return lengths.map((length) => {
      const first = start;
      start += length;
      if (first === 0) {
        return new MarkovLaw(this.#kernel.window({ start: 0, length })).informationCurve();
      }
      // Kernels hand out one object for one law of a token.
      const before = this.#kernel.marginal(first - 1);
      const alike = known.get(before) ?? new Map<number, InformationCurve>();
      known.set(before, alike);
      const curve = alike.get(length) ?? this.#curveAfter(first - 1, length);
      alike.set(length, curve);
      return curve;
    });
  }

  #curveAfter(position: number, length: number): InformationCurve {
    const kernel = this.#kernel.window({ start: position, length: length + 1 });
    return contextCurve({ length, ...kernel.contextInformation() });
  }
}

/** The nearest revealed position on either side of each; -1 and `L` where there is none. */
function nearestRevealed(revealed: Int32Array): { left: Int32Array; right: Int32Array } {
  const { length } = revealed;
  const left = new Int32Array(length);
  const right = new Int32Array(length);
  let nearest = -1;
  for (let i = 0; i < length; i++) {
    left[i] = nearest;
    if (revealed[i] !== MASK) nearest = i;
  }
  nearest = length;
  for (let i = length - 1; i >= 0; i--) {
    right[i] = nearest;
    if (revealed[i] !== MASK) nearest = i;
  }
  return { left, right };
}
