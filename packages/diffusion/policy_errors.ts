import type { LogProbability } from "@unmask/information";
import { divergenceFromScaled } from "./endpoint_error.ts";
import { enumeratePolicy } from "./enumerate_policy.ts";
import { checkSameSpace, type MaskPredictor } from "./mask_predictor.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";

/** What a policy costs, exactly. */
export interface PolicyErrors {
  /**
   * Path error in nats, in `[0, Infinity]`; null for a policy that masks tokens again, whose paths are
   * not those of the forward process.
   */
  readonly pathError: number | null;
  /** Endpoint error in nats, in `[0, Infinity]`: of the law that samples really have. */
  readonly endpointError: number;
  /** Mean number of model evaluations of a sequence: iterations that reveal a token or read predictions. */
  readonly evaluations: number;
}

/**
 * The exact errors of a decoding policy, and the model evaluations it takes, by enumeration.
 *
 *     path error     = E_{x ~ p} E_policy [ ln p(x) - sum_t sum_{i in D_t} ln phat_i(x_i | x_{D_<t}) ]
 *     endpoint error = KL(p || law of the sampler's sequences)
 *
 * With the exact predictor the path error is `E_p sum_t TC(X_{D_t} | x_{D_<t})`, summed as divergences,
 * so none of its terms is negative. The sets may depend on the tokens revealed before them: for a
 * policy that reads predictions no information curve determines the error. Both are 0 for one token an
 * iteration. Time and memory as `enumeratePolicy`.
 *
 * @param law The law `p`
 * @param options `predictor`; `policy`
 * @returns Both errors and the evaluations
 * @throws {RangeError} On a predictor of another space, or as `enumeratePolicy`
 * @see arXiv 2608.25505 for the path error of deterministic policies
 */
export function policyErrors(
  law: LogProbability,
  options: { predictor: MaskPredictor; policy: UnmaskingPolicy },
): PolicyErrors {
  checkSameSpace(options.predictor, law);
  const { scaledLaw, pathError, evaluations } = enumeratePolicy(options.predictor, {
    policy: options.policy,
    law,
  });
  return { pathError, endpointError: divergenceFromScaled(law, scaledLaw), evaluations };
}
