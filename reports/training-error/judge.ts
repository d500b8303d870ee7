import { max, min } from "simple-statistics";
import type { Judgement } from "../claim_maker.ts";
import type { Result } from "./result.ts";

/** Standard errors within which two ways to one number must agree: in 60 pairs, a false alarm in 260. */
const AGREEMENT = 4;

/** Standard errors below which one checkpoint is no worse than the one before it. */
const NO_WORSE = 2;

/** The rounding of sums over a sequence, where a bound is attained and nothing is drawn. */
const ROUNDING = 1e-9;

/**
 * Whether training errors fall with training and size, add up to what is measured, and make every bound
 * hold.
 *
 * @param rows Results of the report
 * @returns The verdict
 */
export function judgeTrainingErrors(rows: readonly Result[]): Judgement {
  const claimed = claimedRows(rows);
  const measured = rows.filter(({ part }) => part === "measured");
  const held = rows.filter(({ part }) => part === "bound");
  const pairs = Map.groupBy(claimed, ({ teacher, model, steps }) => `${teacher};${model};${steps}`)
    .values().toArray();
  const last = [...pairs].map((series) => series.at(-1)!);
  const sizes = Map.groupBy(last, ({ teacher, steps }) => `${teacher};${steps}`).values().toArray();
  const statistics = {
    leastFallByTraining: min(pairs.map((series) => fall(series))),
    greatestRiseInStandardErrors: max(pairs.flatMap(risesOf)),
    leastFallBySize: min(sizes.map((series) => fall(series))),
    largestGapInStandardErrors: max(measured.map((row) => Math.abs(scoreOf(row, sumOf(row))))),
    largestExcessOverBounds: max(held.map(excessOf)),
    boundsBrokenAlone: held.filter((row) => row.kind === "upper" && brokenAlone(row)).length,
    boundsHeld: held.length,
    leastShareAtHalf: min(shares(last, (steps, length) => 2 * steps === length)),
    leastShareAtLength: min(shares(last, (steps, length) => steps === length)),
  };
  const holds = statistics.leastFallByTraining > 1 && statistics.leastFallBySize > 1 &&
    statistics.greatestRiseInStandardErrors <= NO_WORSE &&
    statistics.largestGapInStandardErrors <= AGREEMENT &&
    statistics.largestExcessOverBounds <= AGREEMENT && statistics.boundsBrokenAlone > 0;
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return {
    verdict: holds ? "holds" : "refuted",
    evidence: `training divides the error by at least ${
      statistics.leastFallByTraining.toFixed(1)
    }, size by ${statistics.leastFallBySize.toFixed(1)}; measured within ${
      statistics.largestGapInStandardErrors.toFixed(1)
    } standard errors of the sum; ${statistics.boundsHeld} bounds hold with it, ${statistics.boundsBrokenAlone} not without; ${
      percent(statistics.leastShareAtHalf)
    } or more of the error in L/2 steps is the model's`,
    statistics,
  };
}

/** Rows of checkpoints at the steps that the claim is about, in order of training. */
function claimedRows(rows: readonly Result[]): Result[] {
  const steps = new Set(
    rows.filter(({ part }) => part === "measured").map((row) => row.steps),
  );
  return rows.filter((row) => row.part === "checkpoint" && steps.has(row.steps));
}

/** How many times less the last has than the first. */
function fall(series: readonly Result[]): number {
  return series[0]!.trainingError / series.at(-1)!.trainingError;
}

/** By how many standard errors each has more than the one before it. */
function risesOf(series: readonly Result[]): number[] {
  return series.slice(1).map((row, i) => {
    const before = series[i]!;
    const doubt = Math.hypot(row.trainingStandardError, before.trainingStandardError);
    return (row.trainingError - before.trainingError) / doubt;
  });
}

function sumOf(row: Result): number {
  return row.samplingError + row.trainingError;
}

/** How far a measured error is above a number, in standard errors of all that was estimated. */
function scoreOf(row: Result, value: number): number {
  const gap = row.measured! - value;
  const doubt = Math.hypot(
    row.measuredStandardError!,
    row.trainingStandardError,
    row.samplingStandardError ?? 0,
  );
  return Math.sign(gap) * Math.max(0, Math.abs(gap) - ROUNDING) / doubt;
}

/** How far a measured error is on the wrong side of a bound with the training error added. */
function excessOf(row: Result): number {
  const score = scoreOf(row, row.boundValue! + row.trainingError);
  return row.kind === "upper" ? score : -score;
}

/** Whether a measured error is above an upper bound that nothing was added to. */
function brokenAlone(row: Result): boolean {
  return row.measured! - row.boundValue! > AGREEMENT * row.measuredStandardError! + ROUNDING;
}

/** What share of the error of fully trained models is theirs, at the steps that `wanted` picks. */
function shares(
  last: readonly Result[],
  wanted: (steps: number, length: number) => boolean,
): number[] {
  const length = max(last.map(({ steps }) => steps));
  return last.filter(({ steps }) => wanted(steps, length))
    .map((row) => row.trainingError / sumOf(row));
}
