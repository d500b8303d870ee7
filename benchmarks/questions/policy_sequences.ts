import type { PottsOptions } from "@unmask/potts";
import type { StreamFamily } from "@unmask/random";
import type { PolicySpec } from "@unmask/testing";
import type { Question } from "../question.ts";

/** Policies that look at the predictions, and that an oracle of a few lines can follow. */
export type AdaptivePolicy =
  | Extract<PolicySpec, { policy: "top"; count: number }> & { score: "confidence" }
  | Extract<PolicySpec, { policy: "entropy-bounded" }>;

/** A sequence to draw with an adaptive policy. */
export interface PolicySequenceTask {
  /** The law to sample from. */
  readonly law: PottsOptions;
  /** Which tokens each iteration reveals. */
  readonly policy: AdaptivePolicy;
  /** Stream 0 gives the tokens, the surest of each iteration first. */
  readonly streams: StreamFamily;
}

/** What was drawn. */
export interface PolicySequence {
  /** `length` tokens. */
  readonly tokens: Int32Array;
  /** Model evaluations. */
  readonly evaluations: number;
}

/** One sequence of the parallel sampler, whose sets depend on what was revealed before. */
export const policySequences: Question<PolicySequenceTask, PolicySequence> = {
  name: "policy-sequences",
  figures: ({ tokens, evaluations }) => [...tokens, evaluations],
};
