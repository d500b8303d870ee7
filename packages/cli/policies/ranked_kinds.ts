import type { TokenScore, UnmaskingPolicy } from "@unmask/diffusion";
import { finiteNumber, integer, oneOf } from "../notation.ts";
import { type PolicyKind, policyKind } from "../policy_kind.ts";

/** The policies that reveal the surest tokens, in numbers known beforehand. */
export const topKinds: readonly PolicyKind[] = [
  topKind("confidence", "largest probability", ({ confidence }) => confidence),
  topKind("margin", "lead of the largest probability", ({ margin }) => margin),
  topKind("entropy", "least entropy", ({ negativeEntropy }) => negativeEntropy),
];

function topKind(
  name: string,
  what: string,
  score: (scores: typeof import("@unmask/diffusion")) => TokenScore,
): PolicyKind {
  return policyKind({
    name,
    summary: `the surest tokens by ${what}; count of them, or sizes as given`,
    keys: {
      count: { notation: integer(1), help: "tokens in each iteration, at least 1", optional: true },
      ties: {
        notation: oneOf(["left", "apart"]),
        help: "which of equally sure tokens come first: left to right, or far apart",
        default: "left",
      },
    },
    takes: "sizes",
    standsAlone: (values) => values["count"] !== undefined,
    async open({ count, ties: name }, { sizes }): Promise<UnmaskingPolicy> {
      const diffusion = await import("@unmask/diffusion");
      const ties = name === "left" ? diffusion.leftToRight : diffusion.farApart;
      return diffusion.topPositions(
        score(diffusion),
        count === undefined ? { sizes: sizes!, ties } : { count, ties },
      );
    },
  });
}

/** `confidence-threshold`: all tokens that are sure enough. */
export const confidenceThresholdKind: PolicyKind = policyKind({
  name: "confidence-threshold",
  summary: "all tokens whose largest probability reaches a threshold",
  keys: { threshold: { notation: finiteNumber, help: "above 0, at most 1" } },
  takes: "nothing",
  async open({ threshold }): Promise<UnmaskingPolicy> {
    const { confidenceThreshold } = await import("@unmask/diffusion");
    return confidenceThreshold(threshold);
  },
});

/** `confidence-factor`: the factor rule of Fast-dLLM. */
export const confidenceFactorKind: PolicyKind = policyKind({
  name: "confidence-factor",
  summary: "Fast-dLLM: the most tokens n with (n + 1)(1 - least confidence) below a factor",
  keys: { factor: { notation: finiteNumber, help: "above 0" } },
  takes: "nothing",
  async open({ factor }): Promise<UnmaskingPolicy> {
    const { confidenceFactor } = await import("@unmask/diffusion");
    return confidenceFactor(factor);
  },
});

/** `entropy-bounded`: the EB sampler. */
export const entropyBoundedKind: PolicyKind = policyKind({
  name: "entropy-bounded",
  summary: "the most tokens, surest first, whose entropies but the largest sum to gamma",
  keys: { gamma: { notation: finiteNumber, help: "nats, at least 0" } },
  takes: "nothing",
  async open({ gamma }): Promise<UnmaskingPolicy> {
    const { entropyBounded } = await import("@unmask/diffusion");
    return entropyBounded(gamma);
  },
});

/** `entropy-sum`: entropies up to a threshold. */
export const entropySumKind: PolicyKind = policyKind({
  name: "entropy-sum",
  summary: "the most tokens, surest first, whose entropies sum to a threshold",
  keys: { threshold: { notation: finiteNumber, help: "nats, at least 0" } },
  takes: "nothing",
  async open({ threshold }): Promise<UnmaskingPolicy> {
    const { entropySum } = await import("@unmask/diffusion");
    return entropySum(threshold);
  },
});
