import { compensatedSum } from "@unmask/information";
import type { PottsOptions } from "@unmask/potts";

/**
 * The probability of every sequence of an open Potts chain, from its energy.
 *
 *     p(x) = exp(J sum_i 1[x_i = x_{i+1}]) / Z,   Z by summation
 *
 * @param options `length` `L`, `states` `K`, `coupling` `J`
 * @returns `K^L` probabilities, row-major, last token fastest
 */
export function pottsMasses(options: PottsOptions): Float64Array {
  const { length, states, coupling } = options;
  const equal = Math.exp(coupling);
  let weights = new Float64Array(states).fill(1);
  for (let i = 1; i < length; i++) {
    const longer = new Float64Array(weights.length * states);
    for (let cell = 0; cell < weights.length; cell++) {
      for (let token = 0; token < states; token++) {
        const bond = token === cell % states ? equal : 1;
        longer[cell * states + token] = weights[cell]! * bond;
      }
    }
    weights = longer;
  }
  const total = compensatedSum(weights);
  return weights.map((weight) => weight / total);
}
