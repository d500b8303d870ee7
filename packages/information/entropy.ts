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
 * @returns Entropy in nats
 */
export function entropyOfMasses(masses: Float64Array, count: number = masses.length): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    // Terms are of one sign, up to 1/e: comparing magnitudes as Neumaier does is not needed for
    // sums above 1/e, and below it the loss is of the order of the last bit of 1/e.
    const term = -xLogX(masses[i]!) - lost;
    const next = sum + term;
    lost = (next - sum) - term;
    sum = next;
  }
  // -0 and the last bits below it come from masses a rounding above 1.
  return sum > 0 ? sum : 0;
}
