import type { UnmaskingPolicy } from "@unmask/diffusion";
import { maskSizes, timeGrid } from "@unmask/schedules";
import { anyText, finiteNumber, type Notation } from "../notation.ts";
import { type KnownCost, type PolicyKind, policyKind } from "../policy_kind.ts";

/** `random`: the sampler of the theory. */
export const randomKind: PolicyKind = policyKind({
  name: "random",
  summary: "random positions, sizes as given",
  keys: {},
  takes: "sizes",
  async open(_values, { sizes }): Promise<UnmaskingPolicy> {
    const { randomPositions } = await import("@unmask/diffusion");
    return randomPositions(sizes!);
  },
  async knownCost(curve, { sizes }): Promise<KnownCost> {
    const { pathError } = await import("@unmask/convergence");
    return { pathError: pathError(curve, maskSizes(sizes!, curve)), evaluations: sizes!.length };
  },
});

/** `bernoulli`: a time grid. */
export const bernoulliKind: PolicyKind = policyKind({
  name: "bernoulli",
  summary: "each token revealed by chance between the fractions of --grid",
  keys: {},
  takes: "grid",
  async open(_values, { grid }): Promise<UnmaskingPolicy> {
    const { bernoulliGrid } = await import("@unmask/diffusion");
    return bernoulliGrid(grid!);
  },
  // An iteration reveals something with probability 1 - (1 - (t_{j+1} - t_j))^L.
  async knownCost(curve, { grid: fractions }): Promise<KnownCost> {
    const { timeGridError } = await import("@unmask/convergence");
    const grid = timeGrid(fractions!);
    const evaluations = grid.slice(1).reduce(
      (sum, t, j) => sum - Math.expm1(curve.length * Math.log1p(grid[j]! - t)),
      0,
    );
    return { pathError: timeGridError(curve, grid), evaluations };
  },
});

const chance: Notation<number> = {
  rule: "a decimal number from 0 to 1",
  read(text): number | undefined {
    const value = finiteNumber.read(text);
    return value !== undefined && value >= 0 && value <= 1 ? value : undefined;
  },
};

/** `remasking`: a time grid that masks tokens again. */
export const remaskingKind: PolicyKind = policyKind({
  name: "remasking",
  summary: "as bernoulli, but a revealed token is masked again with a chance of at most cap",
  keys: { cap: { notation: chance, help: "0 to 1; 0 is bernoulli" } },
  takes: "grid",
  changesLaw:
    "Tokens that are masked again are drawn anew: another law than that of the grid, without a path error.",
  async open({ cap }, { grid }): Promise<UnmaskingPolicy> {
    const { remaskingGrid } = await import("@unmask/diffusion");
    return remaskingGrid({ grid: grid!, cap });
  },
});

/** `randomised`: a schedule drawn for each sequence. */
export const randomisedKind: PolicyKind = policyKind({
  name: "randomised",
  summary: "random positions, a schedule drawn for each sequence",
  keys: {
    file: { notation: anyText, help: "JSON as plan --knowing .. --randomised --json writes it" },
  },
  takes: "nothing",
  async open(_values, { mixture }): Promise<UnmaskingPolicy> {
    const { randomisedSizes } = await import("@unmask/diffusion");
    return randomisedSizes(mixture!);
  },
  async knownCost(curve, { mixture }): Promise<KnownCost> {
    const { pathError } = await import("@unmask/convergence");
    let error = 0;
    let evaluations = 0;
    for (const { weight, sizes } of mixture!) {
      error += weight * pathError(curve, maskSizes(sizes, curve));
      evaluations += weight * sizes.length;
    }
    return { pathError: error, evaluations };
  },
});
