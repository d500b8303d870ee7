import { type PottsEigenvalue, pottsEigenvalue } from "./potts_eigenvalue.ts";

/** A probability `mantissa * rare^order`, where `rare` is that of a step against the coupling. */
export interface ScaledProbability {
  /** Between `3/4K` and the distance, hence always a normal double. */
  readonly mantissa: number;
  /** How many steps against the coupling the likeliest path takes: 0 or 1. */
  readonly order: number;
}

/**
 * The entries of the powers of a Potts chain's transition matrix, with the probability `rare` of one
 * step against the coupling split off: on a ring they occur in quotients, where it may cancel even
 * if it is far below the least double.
 *
 *     P^d(x, y) = 1/K + (1[x = y] - 1/K) lambda^d
 *     rare = 1 / (e^J + K - 1) for J >= 0,   e^J / (e^J + K - 1) for J < 0
 *
 * Two equal tokens need no rare step when `J >= 0`, two different ones take one. When `J < 0` two
 * neighbours that are equal took one; so, with two states, did tokens that are equal at an odd
 * distance or different at an even one.
 */
export class ScaledPowers {
  /** Probability of one given step against the coupling; 0 where that leaves the range of doubles. */
  readonly rare: number;
  readonly #states: number;
  readonly #attracts: boolean;
  readonly #eigenvalue: PottsEigenvalue;

  /**
   * The powers of the matrix with the given eigenvalue. O(1).
   *
   * @param options `states` `K`, `coupling` `J`, any finite number
   */
  constructor(options: { states: number; coupling: number }) {
    const { states, coupling } = options;
    const weight = Math.exp(-Math.abs(coupling));
    this.#states = states;
    this.#attracts = coupling >= 0;
    this.#eigenvalue = pottsEigenvalue(options);
    this.rare = coupling >= 0
      ? weight / (1 + (states - 1) * weight)
      : weight / (weight + states - 1);
  }

  /**
   * One entry. O(1).
   *
   * @param distance `d`, at least 1
   * @param equal Whether the two tokens are equal
   * @returns `P^d(x, y)`, as a mantissa and an order
   */
  at(distance: number, equal: boolean): ScaledProbability {
    const states = this.#states;
    if (this.#attracts ? !equal : states === 2 && equal === (distance % 2 === 1)) {
      return { mantissa: this.#rareSteps(distance), order: 1 };
    }
    if (!this.#attracts && states > 2 && distance === 1 && equal) return { mantissa: 1, order: 1 };
    const decay = this.#eigenvalue.power(distance);
    return { mantissa: (equal ? 1 + (states - 1) * decay : 1 - decay) / states, order: 0 };
  }

  /**
   * `P^d(x, y) P^e(y, z) / P^{d+e}(x, z)` and the like. O(1).
   *
   * @param over Entries to multiply
   * @param under The entry to divide by, of an order of at most theirs together
   * @returns The quotient, also where the entries themselves leave the range of doubles
   */
  quotient(
    over: readonly [ScaledProbability, ScaledProbability],
    under: ScaledProbability,
  ): number {
    const [one, other] = over;
    const order = one.order + other.order - under.order;
    return one.mantissa / under.mantissa * other.mantissa * this.rare ** order;
  }

  /** `(1 - |lambda|^d) / (1 - |lambda|)`, a sum of `d` terms; `d` where they all round to 1. */
  #rareSteps(distance: number): number {
    const one = this.#eigenvalue.complementOfPower(1);
    return one === 0 ? distance : this.#eigenvalue.complementOfPower(distance) / one;
  }
}
