import type { LogProbability } from "@unmask/information";
import { sequences } from "@unmask/testing";

/** A law as a list of its sequences: conditionals and entropies from their definitions. */
export class EnumeratedLaw {
  /** Sequences that can occur, with their masses. */
  readonly cells: readonly { readonly tokens: readonly number[]; readonly mass: number }[];
  readonly #length: number;
  readonly #vocabularySize: number;
  readonly #entropies = new Map<number, number>();

  /** Lists the support of a law. */
  constructor(law: LogProbability) {
    this.#length = law.length;
    this.#vocabularySize = law.vocabularySize;
    this.cells = [...sequences(law.length, law.vocabularySize)]
      .map((tokens) => ({ tokens, mass: Math.exp(law.logProbability(Int32Array.from(tokens))) }))
      .filter(({ mass }) => mass > 0);
  }

  /** `p*_i(. | x_W)` for a sequence `x` of the support and revealed positions `W`. */
  conditional(
    position: number,
    given: { tokens: readonly number[]; revealed: readonly number[] },
  ): number[] {
    const masses = new Array<number>(this.#vocabularySize).fill(0);
    let total = 0;
    for (const { tokens, mass } of this.cells) {
      if (!given.revealed.every((i) => tokens[i] === given.tokens[i])) continue;
      masses[tokens[position]!]! += mass;
      total += mass;
    }
    return masses.map((mass) => mass / total);
  }

  /** `H(X_S)` in nats, kept once computed. */
  entropy(positions: readonly number[]): number {
    const key = positions.reduce((bits, position) => bits | 1 << position, 0);
    const known = this.#entropies.get(key);
    if (known !== undefined) return known;
    const marginal = new Map<string, number>();
    for (const { tokens, mass } of this.cells) {
      const values = Array.from(
        { length: this.#length },
        (_, i) => (key >> i & 1) === 1 ? tokens[i] : "",
      ).join();
      marginal.set(values, (marginal.get(values) ?? 0) + mass);
    }
    let sum = 0;
    for (const mass of marginal.values()) sum -= mass * Math.log(mass);
    this.#entropies.set(key, sum);
    return sum;
  }

  /** `sum_t [ sum_{i in D_t} H(X_i | X_{D_<t}) - H(X_{D_t} | X_{D_<t}) ]` of one partition. */
  partitionError(order: readonly ArrayLike<number>[]): number {
    const revealed: number[] = [];
    let sum = 0;
    for (const set of order) {
      const before = this.entropy(revealed);
      for (const i of Array.from(set)) sum += this.entropy([...revealed, i]) - before;
      revealed.push(...Array.from(set));
      sum -= this.entropy(revealed) - before;
    }
    return sum;
  }
}
