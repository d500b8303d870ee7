import {
  type Estimate,
  estimateMean,
  type LogProbability,
  type SequenceSampler,
} from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import { checkDraws } from "./check_draws.ts";
import { checkSameSpace, type MaskPredictor } from "./mask_predictor.ts";
import { unmaskByPolicy } from "./unmask_by_policy.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";
import { UnmaskingRun } from "./unmasking_run.ts";
import { finished } from "./unmasking_steps.ts";

/** What a policy costs, from draws. */
export interface PolicyEstimates {
  /** Path error in nats; null for a policy that masks tokens again. */
  readonly pathError: Estimate | null;
  /** Model evaluations of a sequence that the sampler draws. */
  readonly evaluations: Estimate;
}

/**
 * Monte Carlo estimates of a policy's path error and of its model evaluations, for laws of any length.
 *
 *     path error = E_{x ~ p, policy} [ ln p(x) - sum_t sum_{i in D_t} ln phat_i(x_i | x_{D_<t}) ]
 *
 * For each draw a sequence of the law is revealed as the policy would reveal it, which gives an
 * unbiased value of the path error, and another is sampled, which gives the evaluations. Draw `n` uses
 * stream `n` alone. The endpoint error has no such value: it needs the sampler's law.
 *
 * @param law The law `p`, to draw from and to score with
 * @param options `predictor`; `policy`; `draws`, at least 2; `streams`; `observe`, called after each draw
 *   with how many are done
 * @returns Both estimates; the path error is infinite where the predictor excludes a token drawn
 * @throws {RangeError} On fewer than 2 draws, a bug of the policy, or a prediction that is no law
 * @see arXiv 2608.25505
 */
export function estimatePolicy(
  law: LogProbability & SequenceSampler,
  options: {
    predictor: MaskPredictor;
    policy: UnmaskingPolicy;
    draws: number;
    streams: StreamFamily;
    observe?: (done: number) => void;
  },
): PolicyEstimates {
  const { predictor, policy, draws, streams, observe } = options;
  checkSameSpace(predictor, law);
  checkDraws(draws, "a path error");
  const hasPaths = policy.masksAgain !== true;
  const tokens = new Int32Array(law.length);
  const ratios = new Float64Array(draws);
  const evaluations = new Float64Array(draws);
  for (let n = 0; n < draws; n++) {
    const stream = streams.at(n);
    if (hasPaths) {
      law.draw(stream, tokens);
      const forced = new UnmaskingRun(policy, { space: predictor, stream, tokens });
      ratios[n] = law.logProbability(tokens) - finished(forced, predictor).logProbability;
    }
    evaluations[n] = unmaskByPolicy(predictor, { policy, stream }).evaluations;
    observe?.(n + 1);
  }
  return {
    pathError: hasPaths ? estimateMean(ratios) : null,
    evaluations: estimateMean(evaluations),
  };
}
