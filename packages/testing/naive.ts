import type { LogProbability } from "@unmask/information";
import { subsets } from "./compositions.ts";

/**
 * The slow, plain truth: definitions written out over every sequence of a law, in ordinary sums and
 * maps. Nothing here calls what it judges except for the probability of a sequence.
 */
export class NaiveLaw {
  readonly #cells: { tokens: number[]; mass: number }[];
  readonly #length: number;

  /**
   * Lists the support of a law.
   *
   * @param law Any law small enough to enumerate
   */
  constructor(law: LogProbability) {
    this.#length = law.length;
    this.#cells = [...sequences(law.length, law.vocabularySize)]
      .map((tokens) => ({ tokens, mass: Math.exp(law.logProbability(Int32Array.from(tokens))) }))
      .filter(({ mass }) => mass > 0);
  }

  /**
   * `H(X_S)`.
   *
   * @param positions The positions `S`
   * @returns Entropy in nats
   */
  entropy(positions: readonly number[]): number {
    let sum = 0;
    for (const mass of this.#marginal(positions).values()) sum -= mass * Math.log(mass);
    return sum;
  }

  /** `e_0 .. e_L`: mean entropy over all subsets of each size, in nats. */
  meanEntropies(): number[] {
    const all = this.#everyPosition();
    return Array.from({ length: this.#length + 1 }, (_, k) => {
      const values = [...subsets(all, k)].map((positions) => this.entropy(positions));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
  }

  /** `f(0) .. f(L-1)`, the information curve, in nats. */
  curve(): number[] {
    const means = this.meanEntropies();
    return means.slice(1).map((mean, k) => mean - means[k]!);
  }

  /** `I(X_i; X_-i)` for each `i`, in nats. */
  tokenMutualInformation(): number[] {
    const all = this.#everyPosition();
    return all.map((i) =>
      this.entropy([i]) + this.entropy(all.filter((j) => j !== i)) - this.entropy(all)
    );
  }

  /**
   * Divergence of the law from another on the same sequences, in nats.
   *
   * @param masses The other law, row-major, last token fastest
   * @param vocabularySize `K`
   * @returns Divergence in nats, infinite where the other law excludes a sequence
   */
  divergenceFrom(masses: ArrayLike<number>, vocabularySize: number): number {
    return this.#cells.reduce((sum, { tokens, mass }) => {
      const cell = tokens.reduce((index, token) => index * vocabularySize + token, 0);
      return sum + mass * Math.log(mass / masses[cell]!);
    }, 0);
  }

  /** Probability of each value of the tokens at `positions`, keyed by their text. */
  #marginal(positions: readonly number[]): Map<string, number> {
    const marginal = new Map<string, number>();
    for (const { tokens, mass } of this.#cells) {
      const key = positions.map((position) => tokens[position]).join();
      marginal.set(key, (marginal.get(key) ?? 0) + mass);
    }
    return marginal;
  }

  #everyPosition(): number[] {
    return Array.from({ length: this.#length }, (_, i) => i);
  }
}

/**
 * Path error from the curve in the form of its definition as a staircase.
 *
 *     sum_t sizes[t] f(N_t) - sum_k f(k)
 *
 * @param curve `f(0) .. f(L-1)` in nats
 * @param sizes Mask sizes in order of unmasking
 * @returns Path error in nats
 */
export function naivePathError(curve: ArrayLike<number>, sizes: readonly number[]): number {
  let revealed = 0;
  let staircase = 0;
  for (const size of sizes) {
    staircase += size * curve[revealed]!;
    revealed += size;
  }
  return staircase - Array.from(curve).reduce((sum, value) => sum + value, 0);
}

/**
 * Every sequence of a space, last token fastest.
 *
 * @param length `L`
 * @param vocabularySize `K`
 * @returns `K^L` sequences
 */
export function* sequences(length: number, vocabularySize: number): Generator<number[]> {
  if (length === 0) yield [];
  else {
    for (const head of sequences(length - 1, vocabularySize)) {
      for (let token = 0; token < vocabularySize; token++) yield [...head, token];
    }
  }
}
