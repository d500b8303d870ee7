import {
  type EqualityTables,
  type Pmf,
  pmfFromWeights,
  relativeEntropyKernel,
} from "@unmask/information";
import { NEGLIGIBLE_SHARE } from "./chain_curve.ts";
import { MarkovLaw } from "./markov_law.ts";
import { type ContextInformation, stationaryContext } from "./context_information.ts";
import { groupedEntropy } from "./grouped_entropy.ts";
import { checkPottsOptions, type PottsOptions } from "./potts_options.ts";
import { type PottsEigenvalue, pottsEigenvalue } from "./potts_eigenvalue.ts";
import { ScaledPowers, type ScaledProbability } from "./scaled_powers.ts";
import type { TokenBetween, TransitionKernel } from "./transition_kernel.ts";

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
 * @throws {RangeError} On a length or states that are not positive integers within the limits, or a
 *   coupling that is not finite
 * @example
 * ```ts
 * import { pottsChain } from "@unmask/potts";
 * import assert from "node:assert/strict";
 *
 * const law = pottsChain({ length: 2, states: 2, coupling: Math.log(3) });
 * // Equal neighbours are three times as likely: p(0, 0) = 3/8.
 * assert.ok(Math.abs(law.logProbability(Int32Array.of(0, 0)) - Math.log(3 / 8)) < 1e-15);
 * ```
 */
export function pottsChain(options: PottsOptions): MarkovLaw {
  return new MarkovLaw(new PottsKernel(options));
}

class PottsKernel implements TransitionKernel {
  readonly length: number;
  readonly vocabularySize: number;
  readonly isStationary = true;
  readonly #coupling: number;
  readonly #eigenvalue: PottsEigenvalue;
  readonly #uniform: Pmf;
  readonly #scaled: ScaledPowers;
  /** `P^d` on and off the diagonal, by distance; once asked for, since curves do without. */
  #powers?: { readonly same: Float64Array; readonly other: Float64Array };

  constructor(options: PottsOptions) {
    checkPottsOptions(options, "a Potts chain");
    const { length, states, coupling } = options;
    this.length = length;
    this.vocabularySize = states;
    this.#coupling = coupling;
    this.#eigenvalue = pottsEigenvalue({ states, coupling });
    this.#scaled = new ScaledPowers({ states, coupling: states === 1 ? 0 : coupling });
    this.#uniform = pmfFromWeights(new Float64Array(states).fill(1));
  }

  marginal(): Pmf {
    return this.#uniform;
  }

  probability(distance: number, from: number, to: number): number {
    const { same, other } = this.#powers ??= this.#allPowers();
    return from === to ? same[distance]! : other[distance]!;
  }

  /** O(K). What is rare in every product cancels, however far below the least double it is. */
  scaledWeights({ from, left, to, right }: TokenBetween, out: Float64Array): number {
    const products = Array.from(out, (_, y): ScaledProbability => {
      const before = this.#scaled.at(left, y === from);
      const after = this.#scaled.at(right, y === to);
      return { mantissa: before.mantissa * after.mantissa, order: before.order + after.order };
    });
    const least = products.reduce((order, product) => Math.min(order, product.order), 2);
    let total = 0;
    products.forEach(({ mantissa, order }, y) => {
      total += out[y] = mantissa * this.#scaled.rare ** (order - least);
    });
    return total;
  }

  neighbourTables(): EqualityTables {
    const { length, vocabularySize } = this;
    const same = new Float64Array(length);
    const other = new Float64Array(length);
    const sameOrder = new Uint8Array(length);
    const otherOrder = new Uint8Array(length);
    for (let d = 1; d < length; d++) {
      ({ mantissa: same[d], order: sameOrder[d] } = this.#scaled.at(d, true));
      ({ mantissa: other[d], order: otherOrder[d] } = this.#scaled.at(d, false));
    }
    const { rare } = this.#scaled;
    return { form: "equality", length, vocabularySize, rare, same, other, sameOrder, otherOrder };
  }

  gapEntropy(_position: number, distance: number): number {
    const others = this.vocabularySize - 1;
    return groupedEntropy([[this.#sameAfter(distance), 1], [this.#otherAfter(distance), others]]);
  }

  tokenEntropy(): number {
    return Math.log(this.vocabularySize);
  }

  pairInformation(): Float64Array {
    const information = new Float64Array(this.length - 1);
    const nearest = this.#mutualInformation(1);
    for (let d = 1; d < this.length; d++) {
      const mutual = this.#mutualInformation(d);
      if (mutual <= NEGLIGIBLE_SHARE * nearest) return information.subarray(0, d - 1);
      information[d - 1] = (this.length - d) * mutual;
    }
    return information;
  }

  #allPowers(): { same: Float64Array; other: Float64Array } {
    const { length } = this;
    return {
      same: Float64Array.from({ length }, (_, distance) => this.#sameAfter(distance)),
      other: Float64Array.from({ length }, (_, distance) => this.#otherAfter(distance)),
    };
  }

  contextInformation(): ContextInformation {
    const states = this.vocabularySize;
    return stationaryContext({
      length: this.length - 1,
      tokenEntropy: Math.log(states),
      pairInformation: this.pairInformation().map((sum, i) => sum / (this.length - 1 - i)),
      gapEntropy: (d) => this.gapEntropy(0, d),
    });
  }

  window({ length }: { length: number }): TransitionKernel {
    return new PottsKernel({ length, states: this.vocabularySize, coupling: this.#coupling });
  }

  /** `I(X_0; X_d)`: KL of a row of `P^d` from the uniform law, a sum of non-negative terms. */
  #mutualInformation(distance: number): number {
    const states = this.vocabularySize;
    const decay = this.#eigenvalue.power(distance);
    // A negative eigenvalue may round a hair below -1/(K-1).
    const same = relativeEntropyKernel(Math.max(-1, (states - 1) * decay));
    const other = relativeEntropyKernel(-decay);
    return (same + (states - 1) * other) / states;
  }

  /** `P^d(x, x)`, without cancellation. */
  #sameAfter(distance: number): number {
    const states = this.vocabularySize;
    const decay = this.#eigenvalue.power(distance);
    if (decay >= 0) return (1 + (states - 1) * decay) / states;
    // Two states: 1 - |lambda|^d, which is small for strong repulsion at any odd distance.
    if (states === 2) return this.#eigenvalue.complementOfPower(distance) / 2;
    // More: |lambda| <= 1/(K-1), so only the nearest neighbour can be nearly excluded.
    const weight = Math.exp(this.#coupling);
    return distance === 1 ? weight / (weight + states - 1) : (1 + (states - 1) * decay) / states;
  }

  /** `P^d(x, y)` for `y` other than `x`, without cancellation. */
  #otherAfter(distance: number): number {
    const states = this.vocabularySize;
    const decay = this.#eigenvalue.power(distance);
    return (decay > 0 ? this.#eigenvalue.complementOfPower(distance) : 1 - decay) / states;
  }
}
