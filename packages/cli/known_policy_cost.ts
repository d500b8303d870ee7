import type { InformationCurve } from "@unmask/information";
import { hasBlocks } from "./block_options.ts";
import type { AskedPolicy, OpenedPolicy, PolicyValues } from "./policy_options.ts";

/** What a policy costs by a formula. */
export interface KnownCost {
  /** Path error in nats with the exact predictor. */
  readonly pathError: number;
  /** Mean model evaluations of a sequence. */
  readonly evaluations: number;
}

/**
 * What a policy costs, where the information curve determines it: random positions, with sizes that are
 * fixed, drawn, or by chance on a grid.
 *
 *     an iteration of a grid reveals something with probability 1 - (1 - (t_{j+1} - t_j))^L
 *
 * @param asked The policy
 * @param values The other options
 * @param source `length` and `curve` of the law, computed where it is needed; the `opened` policy
 * @returns The cost, or undefined where the curve does not determine it
 * @throws {BadInput | RangeError} On sizes or weights that do not fit
 */
export async function knownPolicyCost(
  asked: AskedPolicy,
  values: PolicyValues,
  source: { length: number; curve: () => InformationCurve; opened: OpenedPolicy },
): Promise<KnownCost | undefined> {
  if (hasBlocks(values)) return undefined;
  const { length, curve, opened } = source;
  const { pathError, timeGridError } = await import("@unmask/convergence");
  const { maskSizes, timeGrid } = await import("@unmask/schedules");
  switch (asked.kind.name) {
    case "random": {
      const sizes = maskSizes(opened.sizes!, { length });
      return { pathError: pathError(curve(), sizes), evaluations: sizes.length };
    }
    case "randomised": {
      const law = curve();
      let error = 0;
      let evaluations = 0;
      for (const { weight, sizes } of opened.mixture!) {
        error += weight * pathError(law, maskSizes(sizes, { length }));
        evaluations += weight * sizes.length;
      }
      return { pathError: error, evaluations };
    }
    case "bernoulli": {
      const grid = timeGrid(values.grid!);
      const evaluations = grid.slice(1).reduce(
        (sum, t, j) => sum - Math.expm1(length * Math.log1p(grid[j]! - t)),
        0,
      );
      return { pathError: timeGridError(curve(), grid), evaluations };
    }
    default:
      return undefined;
  }
}
