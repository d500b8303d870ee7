import type { PottsOptions } from "@unmask/potts";
import type { PolicySpec } from "@unmask/testing";
import type { Question } from "../question.ts";

/** A policy whose errors are enumerated. */
export interface PolicyErrorsTask {
  /** The law, sampled with its exact predictor. */
  readonly law: PottsOptions;
  /** The policy. */
  readonly policy: PolicySpec;
}

/** What a policy costs. */
export interface PolicyErrorsAnswer {
  /** `E [ln p(x) - ln(probability of its path)]` in nats. */
  readonly pathError: number | null;
  /** `KL(p || law of the sampler)` in nats. */
  readonly endpointError: number;
  /** Mean model evaluations. */
  readonly evaluations: number;
}

/** Both errors of a decoding policy and what it asks for, exactly. */
export const policyErrorsOf: Question<PolicyErrorsTask, PolicyErrorsAnswer> = {
  name: "policy-errors",
  figures: ({ pathError, endpointError, evaluations }) => [
    pathError ?? NaN,
    endpointError,
    evaluations,
  ],
};
