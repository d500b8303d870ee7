import {
  autoregressive,
  bernoulliGrid,
  bisection,
  confidence,
  confidenceFactor,
  confidenceThreshold,
  dilatedPositions,
  entropyBounded,
  entropySum,
  inBlocks,
  margin,
  negativeEntropy,
  randomisedSizes,
  randomPositions,
  remaskingGrid,
  type TokenScore,
  topPositions,
  type UnmaskingPolicy,
  type WeightedSizes,
} from "@unmask/diffusion";

/** Scores by the names they have. */
const scores: Readonly<Record<TokenScore["name"], TokenScore>> = {
  confidence,
  margin,
  entropy: negativeEntropy,
};

/**
 * A decoding policy as plain data: generated cases stay readable, and a counterexample can be kept in a
 * file.
 */
export type PolicySpec =
  | { policy: "random"; sizes: readonly number[] }
  | { policy: "bernoulli-grid"; grid: readonly number[] }
  | { policy: "randomised-sizes"; mixture: readonly WeightedSizes[] }
  | { policy: "top"; score: TokenScore["name"]; sizes: readonly number[] }
  | { policy: "top"; score: TokenScore["name"]; count: number }
  | { policy: "confidence-threshold"; threshold: number }
  | { policy: "confidence-factor"; factor: number }
  | { policy: "entropy-bounded"; gamma: number }
  | { policy: "entropy-sum"; threshold: number }
  | { policy: "autoregressive" | "bisection" | "dilated" }
  | { policy: "remasking"; grid: readonly number[]; cap: number }
  | { policy: "blocks"; lengths: readonly number[]; inside: readonly PolicySpec[] };

/**
 * Builds the policy that a specification names.
 *
 * @param spec A policy as plain data
 * @returns The policy
 * @throws {RangeError} When its own constructor refuses it
 */
export function buildPolicy(spec: PolicySpec): UnmaskingPolicy {
  switch (spec.policy) {
    case "random":
      return randomPositions(spec.sizes);
    case "bernoulli-grid":
      return bernoulliGrid(spec.grid);
    case "randomised-sizes":
      return randomisedSizes(spec.mixture);
    case "top":
      return topPositions(scores[spec.score], spec);
    case "confidence-threshold":
      return confidenceThreshold(spec.threshold);
    case "confidence-factor":
      return confidenceFactor(spec.factor);
    case "entropy-bounded":
      return entropyBounded(spec.gamma);
    case "entropy-sum":
      return entropySum(spec.threshold);
    case "autoregressive":
      return autoregressive;
    case "bisection":
      return bisection;
    case "dilated":
      return dilatedPositions;
    case "remasking":
      return remaskingGrid(spec);
    case "blocks":
      return inBlocks({ lengths: spec.lengths, inside: spec.inside.map(buildPolicy) });
  }
}
