import { partialShuffle, type Stream } from "@unmask/random";
import type { RevealPattern } from "./reveal_pattern.ts";

/**
 * The positions to unmask, in a uniformly drawn order. O(L).
 *
 * @param pattern What is always revealed
 * @param stream Where the randomness comes from
 * @returns Positions, first to last
 */
export function drawOrder({ unmasked }: RevealPattern, stream: Stream): Int32Array {
  const order = unmasked.slice();
  partialShuffle(order, order.length, stream);
  return order;
}
