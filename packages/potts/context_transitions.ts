import { MASS_TOLERANCE } from "@unmask/information";
import { STATE_LIMIT } from "./transition_matrix.ts";

/**
 * A proved table of the law of a token given the `order` tokens before it, row-major:
 * `values[c * states + y] = P(c, y)`, where the context `x_1 .. x_n` is row `c = sum_j x_j K^(n-j)`.
 */
export interface ContextTransitions {
  /** Number of tokens, `K`. */
  readonly states: number;
  /** Tokens in a context, `n`. */
  readonly order: number;
  /** `K^n` rows of `K` probabilities. */
  readonly values: Float64Array;
  /** Only {@linkcode contextTransitions} makes one; the property exists in the type only. */
  readonly "proved as": "context transitions";
}

/** Most contexts of a chain, `K^n`: the stationary law of its contexts costs their third power. */
export const CONTEXT_LIMIT: number = STATE_LIMIT;

/**
 * Checks the shape of a table of contexts before memory is taken for it. O(1).
 *
 * @param shape `states` `K` and `order` `n`
 * @param action What cannot be done if the check fails, as in "fit a chain"
 * @returns The number of contexts, `K^n`
 * @throws {RangeError} Unless both are integers of at least 1 and `K^n` at most
 *   {@linkcode CONTEXT_LIMIT}
 */
export function checkContexts(
  { states, order }: { states: number; order: number },
  action: string,
): number {
  for (const [thing, value] of [["states", states], ["order", order]] as const) {
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      throw new RangeError(
        `Cannot ${action}: ${thing} must be an integer of at least 1, got ${value}`,
      );
    }
  }
  const contexts = states ** order;
  if (!(contexts <= CONTEXT_LIMIT)) {
    throw new RangeError(
      `Cannot ${action}: contexts states^order must be at most ${CONTEXT_LIMIT}, got ${states}^${order}`,
    );
  }
  return contexts;
}

/**
 * Proves that `values` are the transitions of a chain of some order; the numbers are copied, never
 * altered.
 *
 *     P(c, y) >= 0,   |sum_y P(c, y) - 1| <= 1e-9
 *
 * O(K^(n+1)) time and memory.
 *
 * @param values `K^n` rows of `K` probabilities, the last token of a context fastest
 * @param shape `states` `K` and `order` `n`
 * @returns The table, with the proof in the type
 * @throws {RangeError} On more contexts than {@linkcode CONTEXT_LIMIT}, another number of values, a
 *   negative or non-finite one, or a row that does not sum to 1
 */
export function contextTransitions(
  values: ArrayLike<number>,
  { states, order }: { states: number; order: number },
): ContextTransitions {
  const contexts = checkContexts({ states, order }, "use transitions");
  if (values.length !== contexts * states) {
    throw new RangeError(
      `Cannot use transitions: they must be states^(order + 1) = ${
        contexts * states
      } values, got ${values.length}`,
    );
  }
  const copy = Float64Array.from(values);
  for (let context = 0; context < contexts; context++) {
    let sum = 0;
    for (let y = 0; y < states; y++) {
      const mass = copy[context * states + y]!;
      if (!(mass >= 0 && mass < Infinity)) {
        throw new RangeError(
          `Cannot use transitions: every entry must be finite and at least 0, got ${mass} in row ${context}`,
        );
      }
      sum += mass;
    }
    if (!(Math.abs(sum - 1) <= MASS_TOLERANCE)) {
      throw new RangeError(
        `Cannot use transitions: row ${context} must sum to 1 within ${MASS_TOLERANCE}, got ${sum}`,
      );
    }
  }
  return Object.freeze({ states, order, values: copy }) as ContextTransitions;
}
