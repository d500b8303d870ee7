import { type MatrixTables, PRODUCT_SCALE, SMALLEST_PRODUCT } from "@unmask/information";
import type { Stream } from "@unmask/random";
import { checkTable } from "./check_table.ts";
import { LogProduct } from "./log_product.ts";
import type { NeighbourTokens, Turns } from "./neighbour_tokens.ts";

/** Tokens of a law that is given by the powers of a matrix, such as a Markov chain: O(K) a token. */
export class MatrixTokens implements NeighbourTokens {
  readonly #states: number;
  /** Powers and laws of tokens that are told apart. */
  readonly #distances: number;
  readonly #laws: number;
  readonly #rows: Float64Array;
  /** The powers transposed, so that how likely each token is before another is a row too. */
  readonly #columns: Float64Array;
  readonly #marginals: Float64Array;
  /** Of the token whose turn it is. */
  readonly #weights: Float64Array;

  /**
   * Tokens of the law with the given tables. Time and memory as the tables.
   *
   * @param tables The tables
   * @throws {RangeError} On tables that do not hold whole matrices and laws
   */
  constructor(tables: MatrixTables) {
    const { vocabularySize: states, powers, marginals } = tables;
    const cells = states * states;
    this.#distances = Math.max(1, Math.floor(powers.length / cells));
    this.#laws = Math.max(1, Math.floor(marginals.length / states));
    checkTable(powers, this.#distances * cells);
    checkTable(marginals, this.#laws * states);
    this.#states = states;
    this.#rows = powers;
    this.#marginals = marginals;
    this.#weights = new Float64Array(states);
    this.#columns = new Float64Array(powers.length);
    for (let from = 0; from < powers.length; from += cells) {
      for (let x = 0; x < states; x++) {
        for (let y = 0; y < states; y++) {
          this.#columns[from + y * states + x] = powers[from + x * states + y]!;
        }
      }
    }
  }

  draw(turns: Turns, stream: Stream, state: Int32Array): void {
    const { order } = turns;
    const weights = this.#weights;
    for (let n = 0; n < order.length; n++) {
      const i = order[n]! + 1;
      const total = this.#weigh(i, turns, state);
      const v = stream.nextDouble() * total;
      // The last sum is the total, in the same order, so a token of weight 0 is never reached.
      let token = 0;
      for (let sum = weights[0]!; v >= sum; sum += weights[token]!) token++;
      state[i] = token;
    }
  }

  logProbability(turns: Turns, state: Int32Array): number {
    const { order } = turns;
    const product = new LogProduct();
    for (let n = 0; n < order.length; n++) {
      const i = order[n]! + 1;
      const total = this.#weigh(i, turns, state);
      product.times(this.#weights[state[i]!]! / total);
    }
    return product.value;
  }

  /** Writes the weights of the token that stands at `i`, and returns their sum, which is positive. */
  #weigh(i: number, { neighbours }: Turns, state: Int32Array): number {
    const states = this.#states;
    const weights = this.#weights;
    const before = neighbours.left[i]!;
    const after = neighbours.right[i]!;
    const isFirst = before === 0;
    const isLast = after === state.length - 1;
    const marginal = (Math.min(i, this.#laws) - 1) * states;
    const row = isFirst ? marginal : this.#rowAt(i - before, state[before]!);
    const column = isLast ? 0 : this.#rowAt(after - i, state[after]!);
    const rows = isFirst ? this.#marginals : this.#rows;
    const columns = this.#columns;
    let total = 0;
    for (let y = 0; y < states; y++) {
      const weight = isLast ? rows[row + y]! : rows[row + y]! * columns[column + y]!;
      weights[y] = weight;
      total += weight;
    }
    if (total >= SMALLEST_PRODUCT) return total;
    if (!isFirst && !isLast) {
      total = 0;
      for (let y = 0; y < states; y++) {
        const weight = PRODUCT_SCALE * rows[row + y]! * (PRODUCT_SCALE * columns[column + y]!);
        weights[y] = weight;
        total += weight;
      }
    }
    if (total > 0) return total;
    // Two neighbours that cannot occur together: any version will do, and this is that of
    // `exactPredictor`.
    for (let y = 0; y < states; y++) {
      weights[y] = this.#marginals[marginal + y]!;
      total += weights[y]!;
    }
    return total;
  }

  #rowAt(distance: number, token: number): number {
    return ((Math.min(distance, this.#distances) - 1) * this.#states + token) * this.#states;
  }
}
