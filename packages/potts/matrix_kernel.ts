import {
  compensatedSum,
  entropy,
  LENGTH_LIMIT,
  type MatrixTables,
  type Pmf,
  pmf,
  PRODUCT_SCALE,
  relativeEntropyKernel,
  relativeEntropyTerm,
  xLogX,
} from "@unmask/information";
import { NEGLIGIBLE_SHARE } from "./chain_curve.ts";
import { type ContextInformation, stationaryContext } from "./context_information.ts";
import { startedContext } from "./started_context.ts";
import { groupedEntropy } from "./grouped_entropy.ts";
import { multiplyInto } from "./matrix_product.ts";
import { tabulate } from "./tabulate.ts";
import { SettlingSequence } from "./settling_sequence.ts";
import { stationaryLaw } from "./stationary_law.ts";
import type { TokenBetween, TransitionKernel } from "./transition_kernel.ts";
import type { TransitionMatrix } from "./transition_matrix.ts";

/** Most multiplications spent on the curve of one chain, about half a minute. */
export const CHAIN_COST_LIMIT = 2 ** 35;

/** Multiplications that take as long as one term of a divergence, for its logarithm. */
const DIVERGENCE_COST = 16;

/** The kernel of a chain that is given by its transition matrix, through the powers of the matrix. */
export class MatrixKernel implements TransitionKernel {
  readonly length: number;
  readonly vocabularySize: number;
  readonly #transitions: TransitionMatrix;
  readonly isStationary: boolean;
  /** `P^(index + 1)`. */
  readonly #powers: SettlingSequence;
  /** The law of the token at each position; the same at all of a stationary chain. */
  readonly #marginals: SettlingSequence;

  /**
   * The kernel of a chain that starts from `initial`, from its stationary law by default; `powers` of
   * the transitions where they are shared with another.
   */
  constructor(
    { length, transitions, initial, powers }: {
      readonly length: number;
      readonly transitions: TransitionMatrix;
      readonly initial?: ArrayLike<number>;
      readonly powers?: SettlingSequence;
    },
  ) {
    if (!(Number.isSafeInteger(length) && length >= 1 && length <= LENGTH_LIMIT)) {
      throw new RangeError(
        `Cannot make a Markov chain: length must be an integer from 1 to ${LENGTH_LIMIT}, got ${length}`,
      );
    }
    const { states, values } = transitions;
    if (initial !== undefined && initial.length !== states) {
      throw new RangeError(
        `Cannot make a Markov chain: initial must have ${states} entries, got ${initial.length}`,
      );
    }
    this.length = length;
    this.vocabularySize = states;
    this.#transitions = transitions;
    this.isStationary = initial === undefined;
    const next = (last: Float64Array): Float64Array => {
      const product = new Float64Array(last.length);
      multiplyInto({ left: last, right: values, states }, product);
      return product;
    };
    this.#powers = powers ?? new SettlingSequence(values, {
      next,
      what: "the powers of a transition matrix",
    });
    this.#marginals = new SettlingSequence(
      initial === undefined ? stationaryLaw(transitions) : pmf(initial),
      { next, what: "the laws of the tokens of a chain" },
    );
  }

  marginal(position: number): Pmf {
    return this.#marginals.at(this.isStationary ? 0 : position) as Pmf;
  }

  probability(distance: number, from: number, to: number): number {
    return this.#powers.at(distance - 1)[from * this.vocabularySize + to]!;
  }

  /** O(K). */
  scaledWeights({ from, left, to, right }: TokenBetween, out: Float64Array): number {
    let total = 0;
    for (let y = 0; y < out.length; y++) {
      const before = PRODUCT_SCALE * this.probability(left, from, y);
      total += out[y] = before * (PRODUCT_SCALE * this.probability(right, y, to));
    }
    return total;
  }

  neighbourTables(): MatrixTables {
    const { length, vocabularySize } = this;
    return {
      form: "matrix",
      length,
      vocabularySize,
      powers: tabulate(this.#powers, Math.max(1, length - 1)),
      marginals: tabulate(this.#marginals, this.isStationary ? 1 : length),
    };
  }

  gapEntropy(position: number, distance: number): number {
    const power = this.#powers.at(distance - 1);
    const marginal = this.marginal(position);
    const states = this.vocabularySize;
    let sum = 0;
    for (let x = 0; x < states; x++) {
      const row = power.subarray(x * states, (x + 1) * states);
      sum += marginal[x]! * groupedEntropy(Array.from(row, (mass) => [mass, 1]));
    }
    return sum;
  }

  tokenEntropy(): number {
    const last = this.isStationary ? 0 : this.length - 1;
    const settled = this.#marginals.settledFrom(last);
    const entropies = Float64Array.from({ length: settled + 1 }, (_, i) => {
      let sum = 0;
      for (const mass of this.marginal(i)) sum -= xLogX(mass);
      return i === settled ? (last + 1 - settled) * sum : sum;
    });
    // Entries a rounding above 1 have negative terms.
    return Math.max(0, compensatedSum(entropies) / (last + 1));
  }

  pairInformation(): Float64Array {
    return this.isStationary ? this.#stationaryPairs() : this.#givenPairs();
  }

  contextInformation(): ContextInformation {
    if (!this.isStationary) return this.#givenContext();
    return stationaryContext({
      length: this.length - 1,
      tokenEntropy: this.tokenEntropy(),
      pairInformation: this.#stationaryPairs().map((sum, i) => sum / (this.length - 1 - i)),
      gapEntropy: (d) => this.gapEntropy(0, d),
    });
  }

  window({ start, length }: { start: number; length: number }): TransitionKernel {
    const chain = { length, transitions: this.#transitions, powers: this.#powers };
    return new MatrixKernel(
      this.isStationary ? chain : { ...chain, initial: this.marginal(start) },
    );
  }

  /**
   * `S_d = (L - d) sum_x pi(x) KL(P^d(x, .) || pi)`, from the powers of the deviation
   * `P - 1 pi`: `(P - 1 pi)^d = P^d - 1 pi`, so nothing cancels as the tokens become independent.
   */
  #stationaryPairs(): Float64Array {
    const { length, vocabularySize: states } = this;
    const stationary = this.marginal(0);
    const step = this.#transitions.values.map((mass, cell) => mass - stationary[cell % states]!);
    let deviation = step.slice();
    let next = new Float64Array(states * states);
    const pairs: number[] = [];
    for (let d = 1; d < length; d++) {
      this.#checkCost(d * (states ** 3 + DIVERGENCE_COST * states ** 2));
      let mutual = 0;
      for (let x = 0; x < states; x++) {
        let divergence = 0;
        for (let y = 0; y < states; y++) {
          divergence += excessTerm(deviation[x * states + y]!, stationary[y]!);
        }
        mutual += stationary[x]! * divergence;
      }
      if (mutual <= NEGLIGIBLE_SHARE * (pairs[0] ?? 0) / length) break;
      pairs.push((length - d) * mutual);
      multiplyInto({ left: deviation, right: step, states }, next);
      [deviation, next] = [next, deviation];
    }
    return Float64Array.from(pairs);
  }

  /**
   * `S_d = sum_a sum_x pi_a(x) KL(P^d(x, .) || pi_{a+d})` for a chain with a given start. From
   * where the laws of the tokens have settled, every pair is the same and is counted, not computed.
   */
  #givenPairs(): Float64Array {
    const { length, vocabularySize: states } = this;
    const pairs: number[] = [];
    const settled = this.#marginals.settledFrom(length - 1);
    let cost = 0;
    for (let d = 1; d < length; d++) {
      const computed = Math.min(length - d, settled + 1);
      cost += computed * states * states * DIVERGENCE_COST + states ** 3;
      this.#checkCost(cost);
      const power = this.#powers.at(d - 1);
      let sum = 0;
      for (let a = 0; a < computed; a++) {
        const mutual = this.#mutualInformation(a, { power, end: a + d });
        sum += a === settled ? (length - d - settled) * mutual : mutual;
      }
      if (sum <= NEGLIGIBLE_SHARE * (pairs[0] ?? 0)) break;
      pairs.push(sum);
    }
    return Float64Array.from(pairs);
  }

  #givenContext(): ContextInformation {
    const settled = this.#marginals.settledFrom(this.length - 1);
    return startedContext({
      length: this.length - 1,
      settled,
      tokenEntropies: Array.from({ length: settled + 1 }, (_, i) => entropy(this.marginal(i))),
      pairRow: this.#pairRows(settled),
      gapEntropy: (position, distance) => this.gapEntropy(position, distance),
    });
  }

  /** `I(X_a; X_{a+d})` for each `a` up to where the laws of the tokens have settled. */
  #pairRows(settled: number): (distance: number) => Float64Array {
    const { length, vocabularySize: states } = this;
    let cost = 0;
    return (distance) => {
      const computed = Math.min(length - distance, settled + 1);
      cost += computed * states * states * DIVERGENCE_COST + states ** 3;
      this.#checkCost(cost);
      const power = this.#powers.at(distance - 1);
      return Float64Array.from(
        { length: computed },
        (_, a) => this.#mutualInformation(a, { power, end: a + distance }),
      );
    };
  }

  /** `I(X_a; X_end)`, as a sum of non-negative terms; `power` of the transitions between them. */
  #mutualInformation(a: number, { power, end }: { power: Float64Array; end: number }): number {
    const states = this.vocabularySize;
    const before = this.marginal(a);
    const after = this.marginal(end);
    let mutual = 0;
    for (let x = 0; x < states; x++) {
      if (before[x] === 0) continue;
      for (let y = 0; y < states; y++) {
        mutual += before[x]! * relativeEntropyTerm(power[x * states + y]!, after[y]!);
      }
    }
    return mutual;
  }

  #checkCost(cost: number): void {
    if (!(cost <= CHAIN_COST_LIMIT)) {
      throw new RangeError(
        `Cannot compute the curve of a slowly mixing chain: multiplications must be at most ${CHAIN_COST_LIMIT}, got ${cost} at length ${this.length}`,
      );
    }
  }
}

/** `p ln(p/q) - p + q` from `p - q` and `q`: the term keeps the precision of the difference. */
function excessTerm(difference: number, q: number): number {
  if (q === 0) return 0;
  // Far above q the difference is p to all digits, and p/q may leave the range of doubles.
  if (difference > q) return relativeEntropyTerm(difference + q, q);
  // Rounding may leave p a hair below 0.
  return q * relativeEntropyKernel(Math.max(-1, difference / q));
}
