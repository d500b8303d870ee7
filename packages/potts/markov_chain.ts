import { type Pmf, pmf, relativeEntropyKernel, relativeEntropyTerm, xLogX } from "@unmask/information";
import { checkChainLength, NEGLIGIBLE_SHARE } from "./chain_curve.ts";
import { MarkovLaw } from "./markov_law.ts";
import { stationaryLaw } from "./stationary_law.ts";
import type { TransitionKernel } from "./transition_kernel.ts";
import { multiplyInto, type TransitionMatrix } from "./transition_matrix.ts";

/** Parameters of a Markov chain. */
export interface MarkovChainOptions {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** The transition matrix, proved. */
  readonly transitions: TransitionMatrix;
  /** Law of the first token; the stationary law when absent. */
  readonly initial?: ArrayLike<number>;
}

/** Most multiplications spent on the powers of a transition matrix, about half a minute. */
export const CHAIN_COST_LIMIT = 2 ** 35;

/** Most doubles held for the powers of a transition matrix, 512 MiB. */
export const POWER_CELL_LIMIT = 2 ** 26;

/**
 * A Markov chain with the given transitions.
 *
 *     p(x) = pi(x_1) prod_i P(x_i, x_{i+1})
 *
 * The curve costs `K^3` per distance until tokens that far apart are independent to the last bit
 * (stationary start), or `L K^2` per distance (given start).
 *
 * @param options `length`, `transitions`, and `initial` unless the chain is to be stationary
 * @returns The law
 * @throws {RangeError} On a bad shape, an initial law that is no pmf, no unique stationary law, or
 *   a cost above {@linkcode CHAIN_COST_LIMIT} (raised when the curve is asked for)
 */
export function markovChain(options: MarkovChainOptions): MarkovLaw {
  return new MarkovLaw(new MatrixKernel(options));
}

class MatrixKernel implements TransitionKernel {
  readonly length: number;
  readonly vocabularySize: number;
  readonly #powers: MatrixPowers;
  readonly #stationary: boolean;
  readonly #marginals: Pmf[];

  constructor({ length, transitions, initial }: MarkovChainOptions) {
    if (!(Number.isSafeInteger(length) && length >= 1)) {
      throw new RangeError(
        `Cannot make a Markov chain: length must be an integer of at least 1, got ${length}`,
      );
    }
    checkChainLength(length);
    if (initial !== undefined && initial.length !== transitions.states) {
      throw new RangeError(
        `Cannot make a Markov chain: initial must have ${transitions.states} entries, got ${initial.length}`,
      );
    }
    this.length = length;
    this.vocabularySize = transitions.states;
    this.#powers = new MatrixPowers(transitions);
    this.#stationary = initial === undefined;
    this.#marginals = [initial === undefined ? stationaryLaw(transitions) : pmf(initial)];
  }

  marginal(position: number): Pmf {
    if (this.#stationary) return this.#marginals[0]!;
    const { states, values } = this.#powers.transitions;
    while (this.#marginals.length <= position) {
      const last = this.#marginals.at(-1)!;
      const next = new Float64Array(states);
      for (let x = 0; x < states; x++) {
        for (let y = 0; y < states; y++) next[y]! += last[x]! * values[x * states + y]!;
      }
      this.#marginals.push(next as Pmf);
    }
    return this.#marginals[position]!;
  }

  probability(distance: number, from: number, to: number): number {
    return this.#powers.power(distance)[from * this.vocabularySize + to]!;
  }

  gapEntropy(position: number, distance: number): number {
    const power = this.#powers.power(distance);
    const marginal = this.marginal(position);
    const states = this.vocabularySize;
    let sum = 0;
    for (let x = 0; x < states; x++) {
      for (let y = 0; y < states; y++) sum -= marginal[x]! * xLogX(power[x * states + y]!);
    }
    return sum;
  }

  tokenEntropy(): number {
    const positions = this.#stationary ? 1 : this.length;
    let sum = 0;
    for (let i = 0; i < positions; i++) {
      for (const mass of this.marginal(i)) sum -= xLogX(mass);
    }
    return sum / positions;
  }

  pairInformation(): Float64Array {
    return this.#stationary ? this.#stationaryPairs() : this.#givenPairs();
  }

  /**
   * `S_d = (L - d) sum_x pi(x) KL(P^d(x, .) || pi)`, from the powers of the deviation
   * `P - 1 pi`: `(P - 1 pi)^d = P^d - 1 pi`, so nothing cancels as the tokens become independent.
   */
  #stationaryPairs(): Float64Array {
    const { length, vocabularySize: states } = this;
    const stationary = this.marginal(0);
    const { values } = this.#powers.transitions;
    const step = values.map((mass, cell) => mass - stationary[cell % states]!);
    let deviation = step.slice();
    let next = new Float64Array(states * states);
    const pairs: number[] = [];
    for (let d = 1; d < length; d++) {
      this.#checkCost(d * states ** 3);
      let mutual = 0;
      for (let x = 0; x < states; x++) {
        let divergence = 0;
        for (let y = 0; y < states; y++) {
          const q = stationary[y]!;
          // The excess straight from the deviation; rounding may leave it a hair below -1.
          const excess = Math.max(-1, deviation[x * states + y]! / q);
          if (q > 0) divergence += q * relativeEntropyKernel(excess);
        }
        mutual += stationary[x]! * divergence;
      }
      if (!(mutual > NEGLIGIBLE_SHARE * (pairs[0] ?? 0) / length)) break;
      pairs.push((length - d) * mutual);
      multiplyInto({ left: deviation, right: step, states }, next);
      [deviation, next] = [next, deviation];
    }
    return Float64Array.from(pairs);
  }

  /** `S_d = sum_a sum_x pi_a(x) KL(P^d(x, .) || pi_{a+d})` for a chain with a given start. */
  #givenPairs(): Float64Array {
    const { length, vocabularySize: states } = this;
    const pairs: number[] = [];
    let cost = 0;
    for (let d = 1; d < length; d++) {
      cost += (length - d) * states * states + states ** 3;
      this.#checkCost(cost);
      const power = this.#powers.power(d);
      let sum = 0;
      for (let a = 0; a + d < length; a++) {
        const start = this.marginal(a);
        const end = this.marginal(a + d);
        for (let x = 0; x < states; x++) {
          if (start[x] === 0) continue;
          for (let y = 0; y < states; y++) {
            sum += start[x]! * relativeEntropyTerm(power[x * states + y]!, end[y]!);
          }
        }
      }
      if (!(sum > NEGLIGIBLE_SHARE * (pairs[0] ?? 0))) break;
      pairs.push(sum);
    }
    return Float64Array.from(pairs);
  }

  #checkCost(cost: number): void {
    if (!(cost <= CHAIN_COST_LIMIT)) {
      throw new RangeError(
        `Cannot compute the curve of a slowly mixing chain: multiplications must be at most ${CHAIN_COST_LIMIT}, got ${cost} at length ${this.length}`,
      );
    }
  }
}

/** The powers of a transition matrix, computed once each, until they stop changing. */
class MatrixPowers {
  readonly transitions: TransitionMatrix;
  readonly #powers: Float64Array[];
  #settled = false;

  constructor(transitions: TransitionMatrix) {
    this.transitions = transitions;
    this.#powers = [transitions.values];
  }

  power(distance: number): Float64Array {
    const { states, values } = this.transitions;
    while (!this.#settled && this.#powers.length < distance) {
      const cells = (this.#powers.length + 1) * states * states;
      if (!(cells <= POWER_CELL_LIMIT)) {
        throw new RangeError(
          `Cannot hold the powers of a transition matrix: numbers must be at most ${POWER_CELL_LIMIT}, got ${cells} at distance ${
            this.#powers.length + 1
          }`,
        );
      }
      const last = this.#powers.at(-1)!;
      const next = new Float64Array(states * states);
      multiplyInto({ left: last, right: values, states }, next);
      this.#settled = next.every((mass, cell) => mass === last[cell]);
      if (!this.#settled) this.#powers.push(next);
    }
    return this.#powers[Math.min(distance, this.#powers.length) - 1]!;
  }
}
