import type { PolicySpec } from "./policy_spec.ts";

/**
 * Every kind of policy that unmasks without masking again, with parameters that make most of them reveal
 * some tokens together and not all.
 *
 * @param length Tokens in a sequence, at least 2
 * @returns Specifications, as plain data
 */
export function everyPolicy(length: number): PolicySpec[] {
  const half = Math.floor(length / 2);
  const halves = [half, length - half];
  const scores = ["confidence", "margin", "entropy"] as const;
  return [
    { policy: "random", sizes: halves },
    { policy: "bernoulli-grid", grid: [0, 0.1, 0.1, 0.6, 1] },
    {
      policy: "randomised-sizes",
      mixture: [{ weight: 0.25, sizes: [length] }, { weight: 0.75, sizes: halves }],
    },
    ...scores.map((score): PolicySpec => ({ policy: "top", score, sizes: halves.toReversed() })),
    { policy: "top", score: "confidence", count: 2 },
    { policy: "confidence-threshold", threshold: 0.6 },
    { policy: "confidence-factor", factor: 1 },
    { policy: "entropy-bounded", gamma: 0.5 },
    { policy: "entropy-sum", threshold: 1 },
    { policy: "autoregressive" },
    { policy: "bisection" },
    { policy: "dilated" },
    {
      policy: "blocks",
      lengths: halves,
      inside: [{ policy: "random", sizes: [half] }, {
        policy: "bernoulli-grid",
        grid: [0, 0.5, 1],
      }],
    },
    {
      policy: "blocks",
      lengths: halves,
      inside: [{ policy: "entropy-bounded", gamma: 0.7 }, {
        policy: "confidence-factor",
        factor: 1.5,
      }],
    },
  ];
}
