import { type LogProbability, MASK, sequenceOfCell } from "@unmask/information";

/**
 * The probability of every partially revealed sequence of a law, by enumeration.
 *
 *     p(x_W) = sum over the tokens outside W of p(x)
 *
 * Indexed in base `K + 1` with the mask as digit `K`, last position fastest. `(L + 1) (K+1)^L` steps,
 * `8 (K+1)^L` bytes.
 */
export class RevealedMarginals {
  readonly #vocabularySize: number;
  readonly #places: Float64Array;
  readonly #masses: Float64Array;

  /**
   * Sums a law over every set of masked positions.
   *
   * @param law A law small enough that `(K+1)^L` doubles are at hand
   */
  constructor(law: LogProbability) {
    const { length, vocabularySize } = law;
    const base = vocabularySize + 1;
    this.#vocabularySize = vocabularySize;
    this.#places = Float64Array.from({ length }, (_, i) => base ** (length - 1 - i));
    this.#masses = new Float64Array(base ** length);
    const tokens = new Int32Array(length);
    for (let cell = 0; cell < vocabularySize ** length; cell++) {
      sequenceOfCell(cell, vocabularySize, tokens);
      this.#masses[this.indexOf(tokens)] = Math.exp(law.logProbability(tokens));
    }
    for (const place of this.#places) {
      for (let index = 0; index < this.#masses.length; index++) {
        if (Math.floor(index / place) % base !== vocabularySize) continue;
        for (let y = 1; y <= vocabularySize; y++) {
          this.#masses[index]! += this.#masses[index - y * place]!;
        }
      }
    }
  }

  /** How many partially revealed sequences there are. */
  get count(): number {
    return this.#masses.length;
  }

  /** The probability of the revealed tokens at an index. */
  mass(index: number): number {
    return this.#masses[index]!;
  }

  /** The index of a state. */
  indexOf(state: Int32Array): number {
    let index = 0;
    for (let i = 0; i < state.length; i++) {
      const digit = state[i] === MASK ? this.#vocabularySize : state[i]!;
      index = index * (this.#vocabularySize + 1) + digit;
    }
    return index;
  }

  /**
   * Writes the state at an index, the inverse of {@linkcode indexOf}.
   *
   * @returns How many of its positions are masked
   */
  read(index: number, state: Int32Array): number {
    const base = this.#vocabularySize + 1;
    let rest = index;
    let masked = 0;
    for (let i = state.length - 1; i >= 0; i--) {
      const digit = rest % base;
      state[i] = digit === this.#vocabularySize ? MASK : digit;
      if (digit === this.#vocabularySize) masked++;
      rest = (rest - digit) / base;
    }
    return masked;
  }

  /**
   * Writes the law of each masked position given the revealed tokens into a row of `out`.
   *
   * @param index A state of positive probability
   * @param positions Masked positions
   * @param out Row-major, `positions.length` rows of `vocabularySize` probabilities
   */
  conditionals(index: number, positions: Int32Array, out: Float64Array): void {
    const size = this.#vocabularySize;
    const total = this.#masses[index]!;
    positions.forEach((position, row) => {
      const first = index - size * this.#places[position]!;
      for (let y = 0; y < size; y++) {
        out[row * size + y] = this.#masses[first + y * this.#places[position]!]! / total;
      }
    });
  }
}
