import { type Pmf, pmfFromWeights, relativeEntropyKernel, xLogX } from "@unmask/information";
import { checkChainLength, NEGLIGIBLE_SHARE } from "./chain_curve.ts";
import { MarkovLaw } from "./markov_law.ts";
import type { TransitionKernel } from "./transition_kernel.ts";

/** Parameters of a Potts chain. */
export interface PottsChainOptions {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** States of a token, `K`. */
  readonly states: number;
  /** Coupling `J` of neighbours: positive favours equal ones, negative unequal ones. */
  readonly coupling: number;
}

/**
 * The open Potts chain without a field, an exactly solvable law whose dependence one number sets.
 *
 *     p(x) = exp(J sum_i 1[x_i = x_{i+1}]) / Z,    ln Z = ln K + (L-1) ln(e^J + K - 1)
 *
 * It is a stationary Markov chain: `P^d` is `1/K + (1 - 1/K) lambda^d` on the diagonal and
 * `(1 - lambda^d) / K` off it, with `lambda = (e^J - 1) / (e^J + K - 1)`. Independent tokens at
 * `J = 0`, copies as `J` grows. The energy of the paper's own Potts experiments was not read; this
 * one is a choice.
 *
 * @param options `length`, `states`, `coupling`
 * @returns The law; curve in near-linear time, conditionals in O(K) a token
 * @throws {RangeError} On a length or states that are not positive integers, a coupling that is not
 *   finite, or a length above the limit
 */
export function pottsChain(options: PottsChainOptions): MarkovLaw {
  return new MarkovLaw(new PottsKernel(options));
}

class PottsKernel implements TransitionKernel {
  readonly length: number;
  readonly vocabularySize: number;
  readonly #decay: Float64Array;
  readonly #uniform: Pmf;

  constructor({ length, states, coupling }: PottsChainOptions) {
    checkInteger("length", length);
    checkInteger("states", states);
    if (!Number.isFinite(coupling)) {
      throw new RangeError(`Cannot make a Potts chain: coupling must be finite, got ${coupling}`);
    }
    checkChainLength(length);
    this.length = length;
    this.vocabularySize = states;
    this.#uniform = pmfFromWeights(new Float64Array(states).fill(1));
    this.#decay = powersOfEigenvalue(length, eigenvalue(states, coupling));
  }

  marginal(): Pmf {
    return this.#uniform;
  }

  probability(distance: number, from: number, to: number): number {
    const states = this.vocabularySize;
    const decay = this.#decay[distance]!;
    return from === to ? (1 + (states - 1) * decay) / states : (1 - decay) / states;
  }

  gapEntropy(_position: number, distance: number): number {
    const states = this.vocabularySize;
    const other = states > 1 ? this.probability(distance, 0, 1) : 0;
    return -xLogX(this.probability(distance, 0, 0)) - (states - 1) * xLogX(other);
  }

  tokenEntropy(): number {
    return Math.log(this.vocabularySize);
  }

  pairInformation(): Float64Array {
    const states = this.vocabularySize;
    const information = new Float64Array(this.length - 1);
    let nearest = 0;
    for (let d = 1; d < this.length; d++) {
      const decay = this.#decay[d]!;
      // KL of a row of P^d from the uniform law, as a sum of non-negative terms. A negative
      // eigenvalue may round a hair below -1/(K-1).
      const same = relativeEntropyKernel(Math.max(-1, (states - 1) * decay));
      const other = relativeEntropyKernel(-decay);
      const mutual = (same + (states - 1) * other) / states;
      if (d === 1) nearest = mutual;
      if (!(mutual > 0 && mutual >= NEGLIGIBLE_SHARE * nearest)) {
        return information.subarray(0, d - 1);
      }
      information[d - 1] = (this.length - d) * mutual;
    }
    return information;
  }
}

/** `lambda = (e^J - 1) / (e^J + K - 1)`, without overflow or cancellation. */
function eigenvalue(states: number, coupling: number): number {
  // One state has the eigenvalue 1 alone, and nothing decays.
  if (states === 1) return 0;
  return coupling > 0
    ? -Math.expm1(-coupling) / (1 + (states - 1) * Math.exp(-coupling))
    : Math.expm1(coupling) / (Math.exp(coupling) + states - 1);
}

/** `lambda^d` for `d = 0 .. L - 1`, each by exponentiation so that no error builds up. */
function powersOfEigenvalue(length: number, lambda: number): Float64Array {
  const powers = new Float64Array(length);
  for (let d = 0; d < length; d++) powers[d] = lambda ** d;
  return powers;
}

function checkInteger(thing: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 1)) {
    throw new RangeError(
      `Cannot make a Potts chain: ${thing} must be an integer of at least 1, got ${value}`,
    );
  }
}
