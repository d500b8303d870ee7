import { type EqualityTables, SMALLEST_PRODUCT } from "@unmask/information";
import type { Stream } from "@unmask/random";
import { LogProduct } from "./log_product.ts";
import type { NeighbourTokens, Turns } from "./neighbour_tokens.ts";
import { checkTable } from "./check_table.ts";

/**
 * Tokens of a law in which `P^d(x, y)` depends on whether `x = y` alone, such as a Potts chain. Given
 * neighbours `a` and `b` there are three probabilities at most, those of `a`, of `b` and of each
 * other token, so a draw takes the same time for any vocabulary.
 */
export class EqualityTokens implements NeighbourTokens {
  readonly #tables: EqualityTables;
  /**
   * `P^d(x, x)` at `2 d` and `P^d(x, y)` at `2 d + 1`; at `d = 0` twice the uniform law of a token
   * that has no neighbour on that side.
   */
  readonly #steps: Float64Array;

  /**
   * Tokens of the law with the given tables. O(L) time and memory.
   *
   * @param tables The tables
   * @throws {RangeError} On tables of another size
   */
  constructor(tables: EqualityTables) {
    const { length, vocabularySize, rare, same, other, sameOrder, otherOrder } = tables;
    for (const table of [same, other, sameOrder, otherOrder]) checkTable(table, length);
    this.#tables = tables;
    this.#steps = new Float64Array(2 * length).fill(1 / vocabularySize, 0, 2);
    for (let d = 1; d < length; d++) {
      this.#steps[2 * d] = same[d]! * rare ** sameOrder[d]!;
      this.#steps[2 * d + 1] = other[d]! * rare ** otherOrder[d]!;
    }
  }

  /** O(1) a token. */
  draw({ order, neighbours }: Turns, stream: Stream, state: Int32Array): void {
    const { left, right } = neighbours;
    const steps = this.#steps;
    const states = this.#tables.vocabularySize;
    const end = state.length - 1;
    state[0] = 0;
    state[end] = 0;
    for (let n = 0; n < order.length; n++) {
      const i = order[n]! + 1;
      const before = left[i]!;
      const after = right[i]!;
      const a = state[before]!;
      const b = state[after]!;
      const l = before === 0 ? 0 : 2 * (i - before);
      const r = after === end ? 0 : 2 * (after - i);
      const differ = ((a - b) | (b - a)) >>> 31;
      const first = steps[l]! * steps[r + differ]!;
      const second = steps[l + differ]! * steps[r]!;
      const other = steps[l + 1]! * steps[r + 1]!;
      const total = first + differ * (second - other) + (states - 1) * other;
      const u = stream.nextDouble();
      state[i] = total >= SMALLEST_PRODUCT
        ? pick(u, states, a, b, first, second, other)
        : this.#pickScaled(u, { a, b, l: l / 2, r: r / 2 });
    }
  }

  logProbability({ order, neighbours }: Turns, state: Int32Array): number {
    const { left, right } = neighbours;
    const steps = this.#steps;
    const states = this.#tables.vocabularySize;
    const end = state.length - 1;
    state[0] = 0;
    state[end] = 0;
    const product = new LogProduct();
    for (let n = 0; n < order.length; n++) {
      const i = order[n]! + 1;
      const before = left[i]!;
      const after = right[i]!;
      const token = state[i]!;
      const a = state[before]!;
      const b = state[after]!;
      const l = before === 0 ? 0 : 2 * (i - before);
      const r = after === end ? 0 : 2 * (after - i);
      const differ = Number(a !== b);
      const first = steps[l]! * steps[r + differ]!;
      const second = steps[l + differ]! * steps[r]!;
      const other = steps[l + 1]! * steps[r + 1]!;
      const total = first + differ * (second - other) + (states - 1) * other;
      if (total >= SMALLEST_PRODUCT) {
        product.times((token === a ? first : token === b ? second : other) / total);
      } else {
        const scaled = this.#scaledWeights({ a, b, l: l / 2, r: r / 2 });
        const weight = token === a ? scaled.first : token === b ? scaled.second : scaled.other;
        product.times(weight / scaled.total);
      }
    }
    return product.value;
  }

  #pickScaled(u: number, at: Neighbours): number {
    const { first, second, other } = this.#scaledWeights(at);
    return pick(u, this.#tables.vocabularySize, at.a, at.b, first, second, other);
  }

  /** The three weights over the largest power of `rare` that they share. */
  #scaledWeights({ a, b, l, r }: Neighbours): Weights {
    const { vocabularySize, rare, same, other, sameOrder, otherOrder } = this.#tables;
    const equal = a === b;
    const orders = {
      first: sameOrder[l]! + (equal ? sameOrder : otherOrder)[r]!,
      second: (equal ? sameOrder : otherOrder)[l]! + sameOrder[r]!,
      other: otherOrder[l]! + otherOrder[r]!,
    };
    const others = vocabularySize - (equal ? 1 : 2);
    const least = Math.min(orders.first, orders.second, others > 0 ? orders.other : Infinity);
    const weights = {
      first: same[l]! * (equal ? same : other)[r]! * rare ** (orders.first - least),
      second: (equal ? same : other)[l]! * same[r]! * rare ** (orders.second - least),
      other: others > 0 ? other[l]! * other[r]! * rare ** (orders.other - least) : 0,
    };
    const neighbours = equal ? weights.first : weights.first + weights.second;
    return { ...weights, total: neighbours + others * weights.other };
  }
}

/** Two known tokens, `l` positions before and `r` after another. */
interface Neighbours {
  readonly a: number;
  readonly b: number;
  readonly l: number;
  readonly r: number;
}

/** Weights of the two neighbours' tokens and of each other one, and their sum over the vocabulary. */
interface Weights {
  readonly first: number;
  readonly second: number;
  readonly other: number;
  readonly total: number;
}

/**
 * The token at a uniform number, as `drawCategorical` finds it: the first whose cumulative weight
 * exceeds `u` times the sum. Sums are taken in another order, so the two may differ where `u` falls
 * between two roundings of one boundary, which is about once in 10^15 tokens.
 *
 * Without a branch: which of the three kinds a token is cannot be foretold, and a wrong guess of the
 * processor costs as much as all of the arithmetic.
 */
function pick(
  u: number,
  states: number,
  a: number,
  b: number,
  first: number,
  second: number,
  other: number,
): number {
  const aComesFirst = (a - b) >>> 31;
  const bComesFirst = (b - a) >>> 31;
  const differ = aComesFirst | bComesFirst;
  const v = u * (first + differ * (second - other) + (states - 1) * other);
  // Where the shares of a and b begin and end.
  const fromA = a * other + bComesFirst * (second - other);
  const fromB = b * other + aComesFirst * (first - other);
  const toA = fromA + first;
  const toB = fromB + second;
  const pastA = Number(v >= toA);
  const pastB = Number(v >= toB) & differ;
  const isA = -(Number(v >= fromA) & (1 - pastA));
  const isB = -(Number(v >= fromB) & Number(v < toB));
  // Tokens of the others' weight below v, and the neighbours among them. Rounding may step out of the
  // vocabulary on either side.
  const rank = ((v - pastA * first - pastB * second) / other) | 0;
  let token = (rank & ~(rank >> 31)) + pastA + pastB;
  token = (token & ~isA) | (a & isA);
  token = (token & ~isB) | (b & isB);
  const over = token - (states - 1);
  return token - (over & ~(over >> 31));
}
