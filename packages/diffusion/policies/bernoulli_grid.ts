import { type TimeGrid, timeGrid } from "@unmask/schedules";
import { onlyRule, type UnmaskingPolicy } from "../unmasking_policy.ts";
import { binomialMasses } from "./binomial_masses.ts";

/**
 * A time grid, as samplers of the MDLM kind follow it: each masked token is revealed by chance.
 *
 *     from revealed fraction t_j to t_{j+1} with probability (t_{j+1} - t_j) / (1 - t_j) each
 *
 * Iterations that reveal nothing take no model evaluation.
 *
 * @param fractions Revealed fractions from 0 to 1 that do not fall
 * @returns The policy
 * @throws {RangeError} On fractions that are no such grid
 */
export function bernoulliGrid(fractions: readonly number[]): UnmaskingPolicy {
  const grid = timeGrid(fractions);
  return {
    name: "bernoulli-grid",
    rules: () =>
      onlyRule({
        iterations: grid.length - 1,
        readsPredictions: false,
        propose: ({ iteration, candidates }) => ({
          candidates,
          size: binomialMasses(candidates.length, revealChance(grid, iteration)),
        }),
      }),
  };
}

/** Probability that a token masked at one fraction of a grid is revealed by the next. */
function revealChance(grid: TimeGrid, iteration: number): number {
  const [from, to] = [grid[iteration]!, grid[iteration + 1]!];
  // After fraction 1 nothing is masked, so nothing is left to chance.
  return from === 1 ? 1 : (to - from) / (1 - from);
}
