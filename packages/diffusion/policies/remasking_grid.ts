import { timeGrid } from "@unmask/schedules";
import { onlyRule, type Proposal, type UnmaskingPolicy } from "../unmasking_policy.ts";
import { binomialMasses } from "./binomial_masses.ts";

/**
 * A time grid whose sampler masks tokens again, so that they can be drawn anew with more in sight.
 *
 *     from fraction a to b:   a revealed token is masked again with  s = min(cap, (1 - b) / a),
 *                             a masked one revealed with             (b - (1 - s) a) / (1 - a)
 *
 * The chances keep the share of revealed tokens at `b` on average. It is another chain than the
 * unmasking one, and so an option that changes the law: a token drawn beside others may be drawn anew
 * with them in sight. Its paths are not those of the forward process, so it has no path error; its
 * endpoint error says what became of its samples.
 *
 * @param options `grid`, revealed fractions from 0 to 1 that do not fall; `cap` on the chance to mask a
 *   token again, in [0, 1]
 * @returns The policy, at `cap` 0 that of the grid alone
 * @throws {RangeError} On fractions that are no such grid, or a cap out of range
 * @see ReMDM, arXiv 2503.00307, the capped schedule
 */
export function remaskingGrid(
  options: { grid: readonly number[]; cap: number },
): UnmaskingPolicy {
  const grid = timeGrid(options.grid);
  const { cap } = options;
  if (!(cap >= 0 && cap <= 1)) {
    throw new RangeError(`Cannot mask tokens again: cap must be from 0 to 1, got ${cap}`);
  }
  return {
    name: `remasking:cap=${cap}`,
    rules: () =>
      onlyRule({
        iterations: grid.length - 1,
        readsPredictions: false,
        propose({ iteration, candidates }): Proposal {
          const [from, to] = [grid[iteration]!, grid[iteration + 1]!];
          const remask = from === 0 ? 0 : Math.min(cap, (1 - to) / from);
          // At fraction 1 tokens stay masked only by what was masked again, and all are revealed.
          const reveal = from === 1 ? 1 : Math.min(1, (to - (1 - remask) * from) / (1 - from));
          return { candidates, size: binomialMasses(candidates.length, reveal), remask };
        },
      }),
  };
}
