import { drawCategorical, type Stream } from "@unmask/random";
import { entropyOfMasses } from "./entropy.ts";
import type { InformationCurve } from "./information_curve.ts";
import { curveOfMeans, meanSubsetEntropies } from "./mean_subset_entropies.ts";
import { type Pmf, pmf, pmfFromWeights } from "./pmf.ts";
import { cellOfSequence, sequenceOfCell } from "./sequence_cell.ts";
import {
  checkConditioning,
  checkSequence,
  checkSequenceSpace,
  sortedPositions,
} from "./sequence_space.ts";
import { MASK, type SequenceSpace, type Source } from "./source.ts";

/** Most cells of a dense table, 128 MiB of doubles. */
export const TABLE_CELL_LIMIT = 2 ** 24;

/**
 * A law given by the probability of every sequence: `K^L` cells, row-major, last token fastest.
 *
 * Every quantity is by enumeration from the definition, so it serves as the plain truth that closed
 * forms and samplers are held against. Memory `8 K^L` bytes, at most {@linkcode TABLE_CELL_LIMIT}
 * cells.
 */
export class JointTable implements Source {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
  /** Probability of every sequence, row-major, last token fastest. */
  readonly probabilities: Pmf;

  private constructor(options: SequenceSpace, probabilities: Pmf) {
    this.length = options.length;
    this.vocabularySize = options.vocabularySize;
    this.probabilities = probabilities;
  }

  /**
   * The table with the given probabilities, taken as they are.
   *
   * @param probabilities `K^L` masses that sum to 1
   * @param options Shape of the table
   * @returns The law
   * @throws {RangeError} On a wrong shape, a table above the limit, or masses that are no pmf
   */
  static fromProbabilities(
    probabilities: ArrayLike<number>,
    options: SequenceSpace,
  ): JointTable {
    checkShape(probabilities, options);
    return new JointTable(options, pmf(probabilities));
  }

  /**
   * The table proportional to the given weights.
   *
   * @param weights `K^L` non-negative weights, not all zero
   * @param options Shape of the table
   * @returns The law
   * @throws {RangeError} On a wrong shape, a table above the limit, or bad weights
   */
  static fromWeights(weights: ArrayLike<number>, options: SequenceSpace): JointTable {
    checkShape(weights, options);
    return new JointTable(options, pmfFromWeights(weights));
  }

  /**
   * Joint entropy of the tokens at `positions`, from their marginal.
   *
   *     H(X_S) = -sum_y p_S(y) ln p_S(y)
   *
   * O(L K^L) time, O(K^|S|) memory.
   *
   * @param positions Distinct positions, in any order
   * @returns Entropy in nats, in `[0, |S| ln K]`
   * @throws {RangeError} On a position out of range or given twice
   */
  subsetEntropy(positions: readonly number[]): number {
    const { length, vocabularySize } = this;
    const chosen = sortedPositions(positions, length);
    const marginal = new Float64Array(vocabularySize ** chosen.length);
    const tokens = new Int32Array(length);
    for (let cell = 0; cell < this.probabilities.length; cell++) {
      sequenceOfCell(cell, vocabularySize, tokens);
      let index = 0;
      for (const position of chosen) index = index * vocabularySize + tokens[position]!;
      marginal[index]! += this.probabilities[cell]!;
    }
    return entropyOfMasses(marginal);
  }

  /**
   * `ln p(x)`, `-Infinity` off the support. O(L) time.
   *
   * @param tokens `length` tokens
   * @returns Log-probability in nats
   * @throws {RangeError} On a sequence that is not of this space
   */
  logProbability(tokens: Int32Array): number {
    checkSequence(tokens, this);
    return Math.log(this.probabilities[cellOfSequence(tokens, this.vocabularySize)]!);
  }

  /**
   * The law of each masked position given the revealed tokens, from the compatible cells.
   * `O((L + n) K^m)` time for `m` masked positions of which `n` are asked for.
   *
   * @param revealed Tokens, MASK where not revealed
   * @param positions Masked positions whose law is wanted
   * @param out Row-major, one row of `vocabularySize` per position
   * @returns Rows left undefined (NaN): all of them where the revealed tokens are impossible
   * @throws {RangeError} On a state that is not of this space, or a position that is not masked
   */
  conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number {
    checkConditioning(revealed, positions, this);
    const { length, vocabularySize } = this;
    const rows = positions.length * vocabularySize;
    out.fill(0, 0, rows);
    const tokens = Int32Array.from(revealed, (token) => token === MASK ? 0 : token);
    const masked: number[] = [];
    for (let i = 0; i < length; i++) if (revealed[i] === MASK) masked.push(i);
    let total = 0;
    // An odometer over the masked tokens, last position fastest.
    for (let remaining = vocabularySize ** masked.length; remaining > 0; remaining--) {
      const mass = this.probabilities[cellOfSequence(tokens, vocabularySize)]!;
      total += mass;
      for (let row = 0; row < positions.length; row++) {
        out[row * vocabularySize + tokens[positions[row]!]!]! += mass;
      }
      for (let wheel = masked.length - 1; wheel >= 0; wheel--) {
        const position = masked[wheel]!;
        tokens[position]!++;
        if (tokens[position]! < vocabularySize) break;
        tokens[position] = 0;
      }
    }
    // 0/0 is NaN: the mark of a row that conditions on an impossible event.
    for (let i = 0; i < rows; i++) out[i]! /= total;
    return total > 0 ? 0 : positions.length;
  }

  /**
   * Draws a sequence by its probability. O(K^L) time.
   *
   * @param stream Where the randomness comes from
   * @param out Receives `length` tokens
   */
  draw(stream: Stream, out: Int32Array): void {
    sequenceOfCell(drawCategorical(this.probabilities, stream), this.vocabularySize, out);
  }

  /**
   * The exact information curve, `f(k) = e_{k+1} - e_k` from the mean entropies of all subsets.
   * About `(K + 1)^L` cells of time.
   *
   * @returns The curve; rounding of a value is at most `1e-14 (H(X) + 1)` for ten cells, and `4e-14
   *   (H(X) + 1)` for a million of few states
   * @throws {RangeError} When the cost is above the limit of `meanSubsetEntropies`
   */
  informationCurve(): InformationCurve {
    return curveOfMeans(meanSubsetEntropies(this.probabilities, this), this);
  }
}

function checkShape(masses: ArrayLike<number>, options: SequenceSpace): void {
  const { length, vocabularySize } = options;
  checkSequenceSpace(options, "make a joint table");
  const cells = vocabularySize ** length;
  if (!(cells <= TABLE_CELL_LIMIT)) {
    throw new RangeError(
      `Cannot make a joint table: cells K^L must be at most ${TABLE_CELL_LIMIT}, got ${vocabularySize}^${length}`,
    );
  }
  if (masses.length !== cells) {
    throw new RangeError(
      `Cannot make a joint table: it must have K^L = ${vocabularySize}^${length} = ${cells} cells, got ${masses.length}`,
    );
  }
}
