import type { Pmf } from "./pmf.ts";
import { xLogX } from "./x_log_x.ts";

/**
 * Shannon entropy of a law.
 *
 *     H(p) = -sum_i p_i ln p_i
 *
 * Zero exactly for a law with one outcome of mass 1; `ln n` for the uniform law on `n` outcomes.
 * O(n) time, O(1) memory.
 *
 * @param masses A proved probability mass function
 * @returns Entropy in nats, in `[0, ln n]`
 */
export function entropy(masses: Pmf): number {
  return entropyOfMasses(masses);
}

/**
 * `-sum p ln p` over a run of cells, for callers that hold marginals of a law already proved.
 *
 * The sum is compensated: a joint table has up to millions of cells, and information measures are
 * differences of its entropies. O(n) time, O(1) memory.
 *
 * @param masses Non-negative masses; cells from `0` to `count - 1` are read
 * @param count How many cells to read, all by default
 * @returns Entropy in nats, at least 0; NaN when a mass is negative or NaN
 */
export function entropyOfMasses(masses: Float64Array, count: number = masses.length): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    // Kahan's compensation: for terms of one sign the sum is right to two units in the last place.
    const term = -xLogX(masses[i]!) - lost;
    const next = sum + term;
    lost = (next - sum) - term;
    sum = next;
  }
  // A mass a rounding above 1 has a negative term; adding 0 turns -0 into 0.
  return Math.max(0, sum) + 0;
}
