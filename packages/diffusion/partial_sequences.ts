import { type LogProbability, MASK, type SequenceSpace } from "@unmask/information";

/**
 * What all masses are multiplied by: products of a sampler's probabilities stay normal doubles down to
 * 1e-608, and a power of two changes no digit of the others. A law's own mass is `exp` of its
 * log-probability before it is scaled: a sequence rarer than 1e-308 counts as none, as its exact
 * conditionals do, which underflow there too.
 */
export const MASS_SCALE = 2 ** 1000;

/** The partially revealed sequences of a space, indexed in base `K + 1`: the mask is digit `K`, last position fastest. */
export class PartialSequences {
  /** How many there are, `(K + 1)^L`. */
  readonly count: number;
  /** By how much the index grows with the digit of each position. */
  readonly places: Float64Array;
  readonly #space: SequenceSpace;

  /** The partially revealed sequences of a space. */
  constructor(space: SequenceSpace) {
    const { length, vocabularySize } = space;
    this.#space = space;
    this.count = (vocabularySize + 1) ** length;
    this.places = Float64Array.from({ length }, (_, i) => (vocabularySize + 1) ** (length - 1 - i));
  }

  /** The sequence at an index. O(L). */
  decode(index: number, state: Int32Array): void {
    const { vocabularySize } = this.#space;
    let rest = index;
    for (let i = 0; i < state.length; i++) {
      const digit = Math.floor(rest / this.places[i]!);
      rest -= digit * this.places[i]!;
      state[i] = digit === vocabularySize ? MASK : digit;
    }
  }

  /** Calls with each whole sequence: its index, and its cell in a table of the `K^L`. */
  forEachWhole(visit: (index: number, cell: number) => void): void {
    const { length, vocabularySize } = this.#space;
    const cells = vocabularySize ** length;
    for (let cell = 0; cell < cells; cell++) {
      let rest = cell;
      let index = 0;
      for (let i = length - 1; i >= 0; i--) {
        index += (rest % vocabularySize) * this.places[i]!;
        rest = Math.floor(rest / vocabularySize);
      }
      visit(index, cell);
    }
  }

  /**
   * The probability that a law gives the revealed tokens of each, times {@linkcode MASS_SCALE}.
   *
   * Position by position, the masked one is the sum of the revealed ones: O(L (K + 1)^L).
   */
  marginals(law: LogProbability): Float64Array {
    const { length, vocabularySize } = this.#space;
    const masses = new Float64Array(this.count);
    const tokens = new Int32Array(length);
    this.forEachWhole((index) => {
      this.decode(index, tokens);
      masses[index] = MASS_SCALE * Math.exp(law.logProbability(tokens));
    });
    for (const place of this.places) {
      for (let index = 0; index < this.count; index++) {
        if (Math.floor(index / place) % (vocabularySize + 1) !== vocabularySize) continue;
        let sum = 0;
        for (let y = 0; y < vocabularySize; y++) {
          sum += masses[index + (y - vocabularySize) * place]!;
        }
        masses[index] = sum;
      }
    }
    return masses;
  }
}
