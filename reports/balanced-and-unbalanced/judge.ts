import { linearRegression, max, min } from "simple-statistics";
import { validationScore } from "@unmask/measurement";
import type { Judgement } from "../claim_maker.ts";
import { LENGTH, MAIN, ONES, PLAN, type Result } from "./result.ts";

/** Standard errors within which an NLL must be what the curve predicts. */
const AGREEMENT = 3;

/**
 * The same of what a schedule costs more than one letter at a time, where the windows are compared with
 * themselves: of some 20 such numbers that do not move together, a false alarm in 800 seeds.
 */
const PAIRED_AGREEMENT = 4;

/** Standard errors by which a family must be predicted to cost more than balanced sizes. */
const LEAD = 3;

/** Steps up to which the claim compares families; beyond, sizes are 1 and 2 and little is left to tell. */
const MOST_STEPS = 32;

/** Share of the balanced excess that the plan may save. */
const PLAN_GAIN = 0.03;

/** How much more than balanced sizes a cosine costs, at least. */
const COSINE = 1.2;

/** How far from 1 the slope of the balanced excess against 1/T - 1/L may be. */
const SLOPE = 0.15;

/** Families that have the balanced sizes, in another order or the same. */
const balanced: readonly string[] = ["uniform", "linear"];

/**
 * What the rows say of the claim's sentence.
 *
 * @param rows Results of the report
 * @returns Verdict and figures
 */
export function judgeSchedules(rows: readonly Result[]): Judgement {
  const compared = rows.filter(({ steps }) => steps <= MOST_STEPS);
  const uneven = compared.filter(({ schedule }) => ![...balanced, PLAN, ONES].includes(schedule));
  const plans = compared.filter(({ schedule }) => schedule === PLAN);
  const cosines = compared.filter(({ schedule }) => schedule === "cosine");
  const statistics = {
    mostNllScore: max(rows.map((row) => Math.abs(scoreOf(row, "nll")))),
    mostExcessScore: max(
      rows.filter(({ schedule }) => schedule !== ONES).map((row) =>
        Math.abs(scoreOf(row, "excess"))
      ),
    ),
    leastLead: min(
      uneven.map((row) => row.predictedOverUniform / row.predictedOverUniformError),
    ),
    leastMeasuredLead: min(uneven.map((row) => row.overUniform / row.overUniformError)),
    mostPlanGain: max(
      plans.map((row) => -row.predictedOverUniform / uniformOf(rows, row).predictedExcess),
    ),
    mostMeasuredPlanGain: max(
      plans.map((row) => -row.overUniform / uniformOf(rows, row).excess),
    ),
    leastCosine: min(
      cosines.map((row) => row.predictedExcess / uniformOf(rows, row).predictedExcess),
    ),
    mostCosine: max(
      cosines.map((row) => row.predictedExcess / uniformOf(rows, row).predictedExcess),
    ),
    slope: slopeOf(rows, "uniform"),
    unbalancedSlope: slopeOf(rows, "unbalanced"),
  };
  const holds = statistics.mostNllScore <= AGREEMENT &&
    statistics.mostExcessScore <= PAIRED_AGREEMENT &&
    statistics.leastLead >= LEAD &&
    Math.max(statistics.mostPlanGain, 0) <= PLAN_GAIN &&
    statistics.leastCosine >= COSINE &&
    Math.abs(statistics.slope - 1) <= SLOPE;
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return {
    verdict: holds ? "holds" : "refuted",
    evidence:
      `NLL within ${statistics.mostNllScore.toFixed(1)} standard errors of the prediction, ` +
      `excess over one at a time within ${statistics.mostExcessScore.toFixed(1)}; ` +
      `other families at least ${
        statistics.leastLead.toFixed(0)
      } standard errors above balanced sizes, ` +
      `cosine ${percent(statistics.leastCosine - 1)} to ${percent(statistics.mostCosine - 1)}, ` +
      `the plan saves ${percent(Math.max(0, statistics.mostPlanGain))} at most; ` +
      `slope of balanced sizes ${statistics.slope.toFixed(2)}`,
    statistics,
  };
}

/** How far a measured number is from its prediction. */
function scoreOf(row: Result, what: "nll" | "excess"): number {
  const [measured, predicted] = what === "nll"
    ? [[row.nll, row.nllError], [row.predictedNll, row.predictedNllError]] as const
    : [[row.excess, row.excessError], [row.predictedExcess, row.predictedExcessError]] as const;
  const estimate = ([mean, standardError]: readonly [number, number]) => ({
    mean,
    standardError,
    draws: row.windows,
  });
  return validationScore(estimate(measured), estimate(predicted));
}

/** Balanced sizes on the same text in as many steps. */
function uniformOf(rows: readonly Result[], { corpus, steps }: Result): Result {
  return rows.find((row) =>
    row.corpus === corpus && row.steps === steps && row.schedule === "uniform"
  )!;
}

/**
 * Slope of the measured excess against `1/T - 1/L`, both in logarithms, over the numbers of steps that
 * divide L.
 */
function slopeOf(rows: readonly Result[], schedule: string): number {
  const points = rows.filter((row) =>
    row.corpus === MAIN && row.schedule === schedule && LENGTH % row.steps === 0
  ).map(({ steps, excess }) => [Math.log(1 / steps - 1 / LENGTH), Math.log(excess)]);
  return linearRegression(points).m;
}
