import type { LogProbability } from "@unmask/information";
import { checkedRules } from "./checked_rules.ts";
import type { MaskPredictor } from "./mask_predictor.ts";
import { PartialSequences } from "./partial_sequences.ts";
import { ENDPOINT_COST_LIMIT, EnumerationTooLarge } from "./enumeration_limit.ts";
import { PolicyWalk } from "./policy_walk.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";

/** All that follows from a policy and a predictor, by enumeration. */
export interface EnumeratedPolicy {
  /** Law of the sampler's sequences times `MASS_SCALE`, row-major, last token fastest. */
  readonly scaledLaw: Float64Array;
  /** Mean number of model evaluations of the sampler. */
  readonly evaluations: number;
  /**
   * Path error in nats, where a law was given to hold the sampler against; null where tokens are
   * masked again, so that its paths are none of the forward process.
   */
  readonly pathError: number | null;
}

/**
 * Follows a policy through every partially revealed sequence, every set it may reveal and every value
 * of its tokens.
 *
 * Memory `24 (K+1)^L` bytes, twice that beside a law; one step for every set and value of every state, counted as they are
 * made.
 *
 * @param predictor The mask predictor
 * @param options `policy`; `law`, to hold the sampler against
 * @returns The sampler's law and what it costs
 * @throws {EnumerationTooLarge} Above {@linkcode ENDPOINT_COST_LIMIT}
 * @throws {RangeError} On a bug of the policy, or a prediction that is no law
 */
export function enumeratePolicy(
  predictor: MaskPredictor,
  options: { policy: UnmaskingPolicy; law?: LogProbability },
): EnumeratedPolicy {
  const { policy, law } = options;
  const { name, masksAgain = false } = policy;
  const { length, vocabularySize } = predictor;
  const states = (vocabularySize + 1) ** length;
  if (!(states <= ENDPOINT_COST_LIMIT)) {
    throw new EnumerationTooLarge(states);
  }
  const partial = new PartialSequences(predictor);
  const walk = new PolicyWalk(predictor, { partial, marginals: law && partial.marginals(law) });
  for (const { probability, rule } of checkedRules(policy, predictor)) {
    if (probability > 0) walk.follow({ name, masksAgain, rule }, probability);
  }
  const scaledLaw = new Float64Array(vocabularySize ** length);
  partial.forEachWhole((index, cell) => scaledLaw[cell] = walk.whole[index]!);
  return {
    scaledLaw,
    evaluations: walk.evaluations,
    pathError: law === undefined || masksAgain ? null : walk.pathError,
  };
}
