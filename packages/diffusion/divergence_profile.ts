import { type Estimate, estimateMean } from "@unmask/information";
import { type MaskSizes, maskSizes, revealedCounts } from "@unmask/schedules";

/** What was seen at the states of a profile: one number for each sequence and count, NaN where none. */
export interface ProfileData {
  /** Tokens in a sequence. */
  readonly length: number;
  /** Counts of revealed tokens, increasing. */
  readonly counts: readonly number[];
  /** Sequence `n` visited the counts whose index leaves the remainder `n mod groups` by it. */
  readonly groups: number;
  /** Sequences drawn. */
  readonly draws: number;
  /** Mean divergence over the masked tokens, row-major: a row of `counts` for each sequence, in nats. */
  readonly divergences: Float64Array;
  /** Mean entropy of their exact laws, the same shape, in nats. */
  readonly entropies: Float64Array;
}

/**
 * How far a predictor is from the exact one at every number of revealed tokens, estimated.
 *
 *     d(k) = E KL( p*_i(.|x_W) || phat_i(.|x_W) ),   f(k) = E H( p*_i(.|x_W) ),   |W| = k,  i not in W
 *
 * Training errors of all schedules are linear in `d` and sampling errors in `f`, so one set of model
 * evaluations prices every schedule whose counts were visited. The states of one sequence hang together
 * and those of two do not: standard errors are taken over sequences.
 */
export class DivergenceProfile {
  /** What the estimates are made of. */
  readonly data: ProfileData;

  /**
   * A profile of given data.
   *
   * @param data What was seen
   */
  constructor(data: ProfileData) {
    this.data = data;
  }

  /**
   * `d(k)`.
   *
   * @param revealed `k`, one of the counts
   * @returns The estimate in nats
   * @throws {RangeError} On a count that was not visited
   */
  divergence(revealed: number): Estimate {
    return this.#combined(this.data.divergences, new Map([[revealed, 1]]));
  }

  /**
   * `f(k)`, the information curve.
   *
   * @param revealed `k`, one of the counts
   * @returns The estimate in nats
   * @throws {RangeError} On a count that was not visited
   */
  conditionalEntropy(revealed: number): Estimate {
    return this.#combined(this.data.entropies, new Map([[revealed, 1]]));
  }

  /**
   * Training error of the predictor on a schedule.
   *
   *     eps_train = sum_t sizes[t] d(N_t)
   *
   * O(draws T).
   *
   * @param sizes Mask sizes in order of unmasking
   * @returns The estimate in nats; infinite when the predictor excluded a token that can occur
   * @throws {RangeError} On sizes that do not sum to the length, or that pass a count that was not visited
   * @see arXiv 2505.21400, Definition 1
   */
  trainingError(sizes: readonly number[]): Estimate {
    return this.#combined(this.data.divergences, this.#weights(sizes));
  }

  /**
   * Path error of the exact predictor on a schedule.
   *
   *     sum_t sizes[t] f(N_t) - sum_k f(k)
   *
   * As a difference within sequences, whose entropies rise and fall together: exactly 0 one token at a
   * time, and far less noisy with one group than a sum less the entropy of a sequence.
   *
   * @param sizes Mask sizes in order of unmasking
   * @returns The estimate in nats; noise may leave it below 0
   * @throws {RangeError} On sizes that do not sum to the length, or a profile that did not visit all counts
   */
  samplingError(sizes: readonly number[]): Estimate {
    const weights = this.#weights(sizes);
    for (let k = 0; k < this.data.length; k++) weights.set(k, (weights.get(k) ?? 0) - 1);
    return this.#combined(this.data.entropies, weights);
  }

  #weights(given: readonly number[]): Map<number, number> {
    const sizes: MaskSizes = maskSizes(given, { length: this.data.length });
    return new Map(revealedCounts(sizes).map((revealed, t) => [revealed, sizes[t]!]));
  }

  /** The weighted sum of means, by groups of sequences that visited the same counts. */
  #combined(values: Float64Array, weights: ReadonlyMap<number, number>): Estimate {
    const { counts, groups, draws } = this.data;
    const indices = [...weights].map(([revealed, weight]) => {
      const index = counts.indexOf(revealed);
      if (index >= 0) return { index, weight };
      throw new RangeError(
        `Cannot price with a profile: the revealed counts must be among those it visited, got ${revealed}`,
      );
    });
    let mean = 0;
    let variance = 0;
    for (let group = 0; group < groups; group++) {
      const own = indices.filter(({ index }) => index % groups === group);
      if (own.length === 0) continue;
      const sums: number[] = [];
      for (let n = group; n < draws; n += groups) {
        sums.push(
          own.reduce(
            (sum, { index, weight }) => sum + weight * values[n * counts.length + index]!,
            0,
          ),
        );
      }
      const part = estimateMean(Float64Array.from(sums));
      mean += part.mean;
      variance += part.standardError ** 2;
    }
    return { mean, standardError: Math.sqrt(variance), draws };
  }
}
