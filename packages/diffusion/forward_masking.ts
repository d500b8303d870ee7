import { MASK } from "@unmask/information";
import { drawSubset, type Stream } from "@unmask/random";
import { checkUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";

/**
 * Masks a uniformly random set of positions: one step of training data.
 *
 *     X_t = X with M_t masked,   M_t uniform of the given size
 *
 * O(L) time and memory.
 *
 * @param tokens A whole sequence; left as it is
 * @param options `masked`, how many positions to mask, and the `stream` of randomness
 * @returns The masked copy
 * @throws {RangeError} When `masked` is not an integer in `0 .. L`
 */
export function forwardMask(
  tokens: Int32Array,
  options: { masked: number; stream: Stream },
): Int32Array {
  return withMasked(tokens, drawSubset(tokens.length, options.masked, options.stream));
}

/**
 * The forward process that an unmasking order reverses.
 *
 *     X_0 = X,  X_1, .., X_T = all masked;   M_t \ M_{t-1} is revealed in iteration T - t
 *
 * O(T L) time and memory.
 *
 * @param tokens A whole sequence; left as it is
 * @param order An ordered partition of its positions, in order of unmasking
 * @returns The `T + 1` states in order of masking
 * @throws {RangeError} On an order that is no ordered partition
 */
export function forwardProcess(tokens: Int32Array, order: UnmaskingOrder): Int32Array[] {
  checkUnmaskingOrder(order, tokens.length);
  const states: Int32Array[] = [tokens.slice()];
  for (const positions of order.toReversed()) states.push(withMasked(states.at(-1)!, positions));
  return states;
}

function withMasked(tokens: Int32Array, positions: Int32Array): Int32Array {
  const state = tokens.slice();
  for (const position of positions) state[position] = MASK;
  return state;
}
