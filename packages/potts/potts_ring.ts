import {
  checkConditioning,
  checkSequence,
  type InformationCurve,
  MASK,
  sortedPositions,
  type Source,
} from "@unmask/information";
import { drawCategorical, drawInteger, type Stream } from "@unmask/random";
import { chainCurve } from "./chain_curve.ts";
import { groupedEntropy } from "./grouped_entropy.ts";
import { checkPottsOptions, type PottsOptions } from "./potts_options.ts";
import { ringPairInformation } from "./ring_pair_information.ts";
import { ScaledPowers } from "./scaled_powers.ts";

/**
 * The Potts ring without a field: a Potts chain whose last token is coupled to its first.
 *
 *     p(x) = exp(J sum_i 1[x_i = x_{i+1}]) / Z,    x_{L+1} = x_1
 *     Z = (e^J + K - 1)^L + (K - 1)(e^J - 1)^L
 *
 * One token is its own neighbour, with the constant energy `J`: it is uniform. Two tokens are
 * coupled twice, as strongly as by `2 J` in a chain. One state has nothing to choose. All positions
 * are alike, and tokens far apart still know of each other both ways round. Two states that repel
 * on an odd ring are frustrated: at least one pair of neighbours must agree, and as `J` falls every
 * sequence with exactly one such pair becomes equally likely; no digit is lost there either.
 *
 * @param options `length`, `states`, `coupling`
 * @returns The law; curve in near-linear time, conditionals in O(K) a token
 * @throws {RangeError} On a length or states that are not positive integers within the limits, or a
 *   coupling that is not finite
 * @example
 * ```ts
 * import { pottsRing } from "@unmask/potts";
 * import assert from "node:assert/strict";
 *
 * const law = pottsRing({ length: 3, states: 2, coupling: Math.log(2) });
 * // Three agreeing pairs weigh 8, one weighs 2: Z = 2 * 8 + 6 * 2.
 * assert.ok(Math.abs(law.logProbability(Int32Array.of(0, 0, 0)) - Math.log(8 / 28)) < 1e-15);
 * ```
 */
export function pottsRing(options: PottsOptions): Source {
  return new PottsRing(options);
}

/** Probabilities of a token given its neighbours `a` and `b`: to be `a`, to be `b`, each other one. */
interface TokenLaw {
  readonly first: number;
  readonly second: number;
  readonly other: number;
}

class PottsRing implements Source {
  readonly length: number;
  readonly vocabularySize: number;
  readonly #coupling: number;
  readonly #powers: ScaledPowers;

  constructor(options: PottsOptions) {
    checkPottsOptions(options, "a Potts ring");
    const { length, states, coupling } = options;
    this.length = length;
    this.vocabularySize = states;
    // One state, or one token, has a constant energy.
    this.#coupling = states === 1 || length === 1 ? 0 : coupling;
    this.#powers = new ScaledPowers({ states, coupling: this.#coupling });
  }

  /**
   * By the chain rule around the ring, cut open at the first position:
   * `H(X_S) = ln K + sum_j H(X_{i_j} | X_{i_{j-1}}, X_{i_1})`. `O(k log k)` time.
   */
  subsetEntropy(positions: readonly number[]): number {
    const sorted = sortedPositions(positions, this.length);
    if (sorted.length === 0) return 0;
    let sum = Math.log(this.vocabularySize);
    for (let j = 1; j < sorted.length; j++) {
      const back = sorted[j]! - sorted[j - 1]!;
      sum += this.#tokenEntropy(back, this.length - (sorted[j]! - sorted[0]!));
    }
    return sum;
  }

  /** `H(X_i | X_a, X_b)` for neighbours at distances `l` and `r`; one token where `l + r = L`. */
  #tokenEntropy(l: number, r: number): number {
    const { length, vocabularySize: states } = this;
    const powers = this.#powers;
    const between = l + r;
    const law = this.#tokenLaw({ l, r, equal: true });
    const same = groupedEntropy([[law.first, 1], [law.other, states - 1]]);
    if (between === length || states === 1) return same;
    const whole = powers.at(length, true);
    const pair = (equal: boolean): number =>
      powers.quotient([powers.at(between, equal), powers.at(length - between, equal)], whole);
    const { first, second, other } = this.#tokenLaw({ l, r, equal: false });
    const different = groupedEntropy([[first, 1], [second, 1], [other, states - 2]]);
    return pair(true) * same + (states - 1) * pair(false) * different;
  }

  /** `P^l(a, y) P^r(y, b) / P^{l+r}(a, b)` for `a = b` or not. */
  #tokenLaw({ l, r, equal }: { l: number; r: number; equal: boolean }): TokenLaw {
    const powers = this.#powers;
    const under = powers.at(l + r, equal);
    const law = (isFirst: boolean, isSecond: boolean): number =>
      powers.quotient([powers.at(l, isFirst), powers.at(r, isSecond)], under);
    // Two states leave no third one beside two different neighbours, nor does one beside itself.
    const isThird = this.vocabularySize > (equal ? 1 : 2);
    return {
      first: law(true, equal),
      second: law(equal, true),
      other: isThird ? law(false, false) : 0,
    };
  }

  /** `ln p(x) = J n - ln Z` for `n` pairs of equal neighbours, without large terms that cancel. O(L). */
  logProbability(tokens: Int32Array): number {
    checkSequence(tokens, this);
    const { length, vocabularySize: states } = this;
    let equal = tokens[length - 1] === tokens[0] ? 1 : 0;
    for (let i = 1; i < length; i++) if (tokens[i] === tokens[i - 1]) equal++;
    const coupling = this.#coupling;
    const whole = this.#powers.at(length, true);
    // Steps with the coupling, and those against it beyond the one that an odd ring may force.
    const weight = (states - 1) * Math.exp(-coupling);
    const likely = coupling >= 0
      ? -Math.log1p(weight)
      : -Math.log1p(Math.exp(coupling) / (states - 1)) - Math.log(states - 1);
    const against = (coupling >= 0 ? length - equal : equal) - whole.order;
    return (length - whole.order) * likely - against * Math.abs(coupling) - Math.log(states) -
      Math.log(whole.mantissa);
  }

  /**
   * From the nearest revealed tokens either way round; O(L + m K) time for `m` positions. No event is
   * impossible, so no row is undefined, however rare what it conditions on.
   */
  conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number {
    checkConditioning(revealed, positions, this);
    const { vocabularySize } = this;
    const { before, after } = nearestAround(revealed);
    for (let row = 0; row < positions.length; row++) {
      const i = positions[row]!;
      const cells = out.subarray(row * vocabularySize, (row + 1) * vocabularySize);
      if (before[i] === -1) cells.fill(1 / vocabularySize);
      else {
        const [a, b] = [before[i]!, after[i]!];
        this.#fillRow({
          a: revealed[a]!,
          b: revealed[b]!,
          l: this.#ahead(a, i),
          r: this.#ahead(i, b),
        }, cells);
      }
    }
    return 0;
  }

  /** Steps from one position on to another. */
  #ahead(from: number, to: number): number {
    return to > from ? to - from : to - from + this.length;
  }

  #fillRow(at: { a: number; b: number; l: number; r: number }, out: Float64Array): void {
    const { a, b, l, r } = at;
    const { first, second, other } = this.#tokenLaw({ l, r, equal: a === b });
    out.fill(other);
    out[a] = first;
    out[b] = second;
  }

  /** From the first token around: serial, hence exact. O(L K) time. */
  draw(stream: Stream, out: Int32Array): void {
    const { length, vocabularySize } = this;
    const row = new Float64Array(vocabularySize);
    out[0] = drawInteger(vocabularySize, stream);
    for (let i = 1; i < length; i++) {
      this.#fillRow({ a: out[i - 1]!, b: out[0]!, l: 1, r: length - i }, row);
      out[i] = drawCategorical(row, stream);
    }
  }

  /** In closed form, see `ringPairInformation`. */
  informationCurve(): InformationCurve {
    const { length, vocabularySize: states } = this;
    return chainCurve({
      length,
      tokenEntropy: Math.log(states),
      pairInformation: ringPairInformation({ length, states, coupling: this.#coupling }),
    });
  }
}

/** The nearest revealed position before and after each, around the ring; -1 where none is revealed. */
function nearestAround(revealed: Int32Array): { before: Int32Array; after: Int32Array } {
  const { length } = revealed;
  const before = new Int32Array(length);
  const after = new Int32Array(length);
  let nearest = revealed.findLastIndex((token) => token !== MASK);
  for (let i = 0; i < length; i++) {
    before[i] = nearest;
    if (revealed[i] !== MASK) nearest = i;
  }
  nearest = revealed.findIndex((token) => token !== MASK);
  for (let i = length - 1; i >= 0; i--) {
    after[i] = nearest;
    if (revealed[i] !== MASK) nearest = i;
  }
  return { before, after };
}
