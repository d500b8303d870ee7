import { MASK } from "@unmask/information";
import type { PottsOptions } from "@unmask/potts";

/**
 * The law of every token given the revealed ones, by sums over the tokens to its left and right.
 *
 *     left_i(y) = sum_x left_{i-1}(x) [x may stand there] e^{J 1[x = y]},   right_i likewise
 *
 * @param state `length` tokens, `MASK` where not revealed
 * @param law The chain
 * @returns Row-major, one row of `states` probabilities a position
 */
export function tokenLaws(state: Int32Array, law: PottsOptions): Float64Array {
  const { length, states, coupling } = law;
  const equal = Math.exp(coupling);
  const carry = (messages: Float64Array, from: number, to: number): void => {
    let total = 0;
    for (let y = 0; y < states; y++) {
      let sum = 0;
      for (let x = 0; x < states; x++) {
        if (state[from] !== MASK && state[from] !== x) continue;
        sum += messages[from * states + x]! * (x === y ? equal : 1);
      }
      messages[to * states + y] = sum;
      total += sum;
    }
    for (let y = 0; y < states; y++) messages[to * states + y]! /= total;
  };
  const laws = new Float64Array(length * states).fill(1);
  const right = new Float64Array(length * states).fill(1);
  for (let i = 1; i < length; i++) carry(laws, i - 1, i);
  for (let i = length - 2; i >= 0; i--) carry(right, i + 1, i);
  for (let i = 0; i < length; i++) {
    let total = 0;
    for (let y = i * states; y < (i + 1) * states; y++) total += laws[y]! *= right[y]!;
    for (let y = i * states; y < (i + 1) * states; y++) laws[y]! /= total;
  }
  return laws;
}
