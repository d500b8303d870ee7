import type { CurveEstimate } from "./estimate_curve.ts";
import type { LossLog } from "./loss_log.ts";
import { monotonicity } from "./monotonicity.ts";

/** Score of a rise from which a log is refused: noise about a flat curve gets there in 1 of 1,000. */
const REFUSED = 3.0902;

/**
 * What is wrong with losses that rise with revealed tokens by more than their noise.
 *
 * Such losses are no curve's: a path error on them is negative, and cut at 0 it would look like a
 * perfect plan. Noise is what the misfit says, so that standard errors which are too small are warned
 * of and not taken for a rise. O(places^2).
 *
 * @param estimate The estimate of the losses
 * @returns The rule and the greatest rise, as the end of a refusal; undefined where noise explains
 *   the rises
 */
export function risesOf({ log, noise }: CurveEstimate): string | undefined {
  const { score } = monotonicity(log, noise);
  // Where few rows tell the noise no score is as high, but the order of the losses is enough.
  const rises = score > REFUSED || (log.noise.kind === "estimated" && risesInOrder(log.losses));
  if (!rises) return undefined;
  const { from, to } = greatestRise(log);
  return `losses must not rise with revealed tokens by more than their noise, got ${from} and then ${to}; is the fraction column the revealed one, or are losses still weighted by 1/t?`;
}

/** Places from which losses in rising order are no chance: five are so in 1 of 120 orders. */
const FEW_IN_ORDER = 5;

/** Whether losses rise at every place, or Kendall's score of their order says that they rise. */
function risesInOrder(losses: Float64Array): boolean {
  const n = losses.length;
  let rises = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) rises += Math.sign(losses[i]! - losses[j]!);
  }
  if (n >= FEW_IN_ORDER && rises === n * (n - 1) / 2) return true;
  return rises / Math.sqrt(n * (n - 1) * (2 * n + 5) / 18) > REFUSED;
}

/** The two losses with the greatest rise from the first to the second, as a message names them. */
function greatestRise(
  { coordinate, places, losses }: LossLog,
): { from: string; to: string } {
  let lowest = 0;
  let best = { from: 0, to: 0 };
  for (let i = 1; i < losses.length; i++) {
    if (losses[i]! < losses[lowest]!) lowest = i;
    const rise = losses[i]! - losses[lowest]!;
    if (rise > losses[best.to]! - losses[best.from]!) best = { from: lowest, to: i };
  }
  const named = (i: number): string => {
    const place = coordinate === "revealed"
      ? `revealed ${places[i]!}`
      : `masked_fraction ${Number((1 - places[i]!).toPrecision(6))}`;
    return `${Number(losses[i]!.toPrecision(4))} at ${place}`;
  };
  return { from: named(best.from), to: named(best.to) };
}
