import type { InformationCurve } from "@unmask/information";
import type { AskedPolicy, PolicyValues } from "./policy_options.ts";
import type { Io } from "./io.ts";
import { hasBlocks } from "./block_options.ts";
import { readMixture } from "./policies/read_mixture.ts";
import { sizesOf } from "./schedule_options.ts";

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
 * @param source `curve` of the law, computed where it is needed; `io`, where files are read
 * @returns The cost, or undefined where the curve does not determine it
 * @throws {BadInput | RangeError} On sizes or weights that do not fit
 */
export async function knownPolicyCost(
  asked: AskedPolicy,
  values: PolicyValues,
  source: { length: number; curve: () => InformationCurve; io: Io },
): Promise<KnownCost | undefined> {
  if (hasBlocks(values)) return undefined;
  const { length, curve, io } = source;
  const { pathError, timeGridError } = await import("@unmask/convergence");
  const { maskSizes, timeGrid } = await import("@unmask/schedules");
  switch (asked.kind.name) {
    case "random": {
      const sizes = sizesOf(values, { length, io });
      return { pathError: pathError(curve(), sizes), evaluations: sizes.length };
    }
    case "randomised": {
      const law = curve();
      const mixture = await readMixture(String(asked.values["file"]), io);
      let error = 0;
      let evaluations = 0;
      for (const { weight, sizes } of mixture) {
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
