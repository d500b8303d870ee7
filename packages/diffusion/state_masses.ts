import { MASK } from "@unmask/information";
import type { MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";

/**
 * What all masses are multiplied by: products of probabilities stay normal doubles down to 1e-608,
 * and a power of two changes no digit of the others.
 */
export const MASS_SCALE = 2 ** 1000;

/**
 * Probability of every partially revealed sequence, indexed in base `K + 1` with the mask as digit
 * `K`, last position fastest; and the step that one iteration makes from it.
 */
export class StateMasses {
  readonly #predictor: MaskPredictor;
  readonly #places: Float64Array;
  #masses: Float64Array;

  /** All mass on the fully masked sequence. */
  constructor(predictor: MaskPredictor) {
    const { length, vocabularySize } = predictor;
    this.#predictor = predictor;
    this.#places = Float64Array.from(
      { length },
      (_, i) => (vocabularySize + 1) ** (length - 1 - i),
    );
    this.#masses = new Float64Array((vocabularySize + 1) ** length);
    this.#masses[this.#masses.length - 1] = MASS_SCALE;
  }

  /**
   * One parallel iteration: from every state, reveal `size` of the candidate positions, a uniform
   * set, each token independently from the predictor at that state.
   *
   * @param options `size` of the set; `iteration` for messages; `candidates`, all masked positions
   *   by default
   */
  step(options: { size: number; iteration: number; candidates?: Int32Array }): void {
    const { size, iteration } = options;
    const { length } = this.#predictor;
    const next = new Float64Array(this.#masses.length);
    const state = new Int32Array(length);
    const rows = predictionRows(this.#predictor, length);
    for (let index = 0; index < this.#masses.length; index++) {
      const mass = this.#masses[index]!;
      if (mass === 0) continue;
      this.#decode(index, state);
      const positions = options.candidates ?? maskedPositions(state);
      predictRows(this.#predictor, { state, positions, iteration }, rows);
      const sets = binomial(positions.length, size);
      this.#reveal({ positions, rows, next }, { row: 0, size, index, mass: mass / sets });
    }
    this.#masses = next;
  }

  /** Every set of `size` positions from `row` on, and every value of its tokens. */
  #reveal(
    iteration: { positions: Int32Array; rows: Float64Array; next: Float64Array },
    at: { row: number; size: number; index: number; mass: number },
  ): void {
    const { positions, rows, next } = iteration;
    const { row, size, index, mass } = at;
    if (size === 0) {
      next[index]! += mass;
      return;
    }
    if (positions.length - row > size) this.#reveal(iteration, { row: row + 1, size, index, mass });
    const { vocabularySize } = this.#predictor;
    const place = this.#places[positions[row]!]!;
    for (let y = 0; y < vocabularySize; y++) {
      const probability = rows[row * vocabularySize + y]!;
      if (probability === 0) continue;
      this.#reveal(iteration, {
        row: row + 1,
        size: size - 1,
        index: index + (y - vocabularySize) * place,
        mass: mass * probability,
      });
    }
  }

  /**
   * The law of the sequence once nothing is masked, times {@linkcode MASS_SCALE}: `K^L` masses,
   * row-major, last fastest.
   */
  scaledSequenceLaw(): Float64Array {
    const { length, vocabularySize } = this.#predictor;
    const law = new Float64Array(vocabularySize ** length);
    const state = new Int32Array(length);
    for (let index = 0; index < this.#masses.length; index++) {
      if (this.#masses[index] === 0) continue;
      this.#decode(index, state);
      const cell = state.reduce((cell, token) => cell * vocabularySize + token, 0);
      law[cell] = this.#masses[index]!;
    }
    return law;
  }

  #decode(index: number, state: Int32Array): void {
    const { vocabularySize } = this.#predictor;
    let rest = index;
    for (let i = 0; i < state.length; i++) {
      const digit = Math.floor(rest / this.#places[i]!);
      rest -= digit * this.#places[i]!;
      state[i] = digit === vocabularySize ? MASK : digit;
    }
  }
}

/** The masked positions of a state, in order. */
function maskedPositions(state: Int32Array): Int32Array {
  const positions: number[] = [];
  for (let i = 0; i < state.length; i++) if (state[i] === MASK) positions.push(i);
  return Int32Array.from(positions);
}

/**
 * The number of ways to choose `k` of `n` things. O(k) time.
 *
 * @param n How many there are
 * @param k How many to choose
 * @returns `C(n, k)`, exact while `n C(n, k)` is below 2^53
 */
export function binomial(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = product * (n - k + i) / i;
  return product;
}
