import type { UnmaskingPolicy } from "@unmask/diffusion";
import { type PolicyKind, policyKind } from "../policy_kind.ts";

/** The policies whose positions are known beforehand. */
export const positionKinds: readonly PolicyKind[] = [
  positionKind(
    "dilated",
    "multiples of a stride that halves",
    ({ dilatedPositions }) => dilatedPositions,
  ),
  positionKind(
    "bisection",
    "the middle of every masked stretch; exact on Markov chains",
    ({ bisection }) => bisection,
  ),
  positionKind(
    "autoregressive",
    "one token at a time from left to right",
    ({ autoregressive }) => autoregressive,
  ),
];

function positionKind(
  name: string,
  summary: string,
  policy: (policies: typeof import("@unmask/diffusion")) => UnmaskingPolicy,
): PolicyKind {
  return policyKind({
    name,
    summary,
    keys: {},
    takes: "nothing",
    open: async () => policy(await import("@unmask/diffusion")),
  });
}
