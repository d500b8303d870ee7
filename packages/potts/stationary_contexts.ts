import type { Pmf } from "@unmask/information";
import type { ContextTransitions } from "./context_transitions.ts";
import { stationaryLaw } from "./stationary_law.ts";
import { transitionMatrix } from "./transition_matrix.ts";

/**
 * The stationary law of the contexts of a chain: that of the chain on contexts, which leads from
 * `x_1 .. x_n` to `x_2 .. x_n y` alone.
 *
 * Every mass keeps its relative precision, see `stationaryLaw`. `O(C^3)` time and `O(C^2)` memory for
 * `C = K^n` contexts: a fifth of a second for the 729 pairs of 27 letters.
 *
 * @param transitions The law of a token given its context
 * @returns Masses of the contexts, summing to 1
 * @throws {RangeError} When the law is not unique
 */
export function stationaryContexts({ states, order, values }: ContextTransitions): Pmf {
  const contexts = states ** order;
  const rows = Array.from({ length: contexts }, (_, context) => {
    const row = new Float64Array(contexts);
    // The oldest token of the context is forgotten.
    const next = (context * states) % contexts;
    row.set(values.subarray(context * states, (context + 1) * states), next);
    return row;
  });
  try {
    return stationaryLaw(transitionMatrix(rows));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new RangeError(
      "Cannot start a chain from its stationary law: its contexts must have one recurrent class, got several",
      { cause },
    );
  }
}
