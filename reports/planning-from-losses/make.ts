import { optimalSchedule, pathError } from "@unmask/convergence";
import {
  estimateCurve,
  isotonicRegression,
  LossDesign,
  type LossLog,
  planOnEstimate,
} from "@unmask/estimation";
import { curveFromConditionalEntropies, estimateMean } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { figureColours, type Row, seriesEncoding } from "@unmask/reporting";
import { type MaskSizes, uniform } from "@unmask/schedules";
import type { ClaimFigure, ClaimMaker, Judgement } from "../claim_maker.ts";
import { bySamples, heldOut, type Scenario, tuned } from "./scenarios.ts";

const SEED = 11;

/** Logs of each scenario whose coverage is measured. */
const LOGS = 1000;

/** Logs of each point of the figure. */
const FIGURE_LOGS = 100;

/** Splits of each log; the command line uses eight times as many. */
const SPLITS = 4;

/** What the nominal 95% may cover: at 1,000 logs, chance alone leaves it in 1 of 500 scenarios at 95%. */
const COVERAGE = { from: 0.93, to: 0.975 };

interface Result extends Row {
  readonly kind: "coverage" | "samples";
  readonly scenario: string;
  readonly length: number;
  readonly standardError: number | null;
  readonly logs: number;
  /** Share of logs whose interval holds the plan's true error. */
  readonly covered: number;
  /** Mean excess of true errors over the least error, as a share of it. */
  readonly smoothExcess: number;
  /** Standard error of that mean. */
  readonly smoothExcessError: number;
  readonly isotonicExcess: number;
  /** Standard error of that mean. */
  readonly isotonicExcessError: number;
  readonly uniformExcess: number;
  /** Share of logs whose gain over uniform is said to be more than noise. */
  readonly gains: number;
}

/** Sizes planned on the raw isotonic curve of a log, at each place or the nearest one with a loss. */
function isotonicPlan(log: LossLog, steps: number): MaskSizes {
  const fitted = isotonicRegression(log.losses, log.variances.map((variance) => 1 / variance));
  const values = new Float64Array(log.length);
  let i = 0;
  for (let k = 0; k < log.length; k++) {
    const place = log.coordinate === "revealed" ? k : k / (log.length - 1);
    while (i + 1 < fitted.length && log.places[i]! < place) i++;
    values[k] = Math.max(0, fitted[i]!);
  }
  return optimalSchedule(curveFromConditionalEntropies(values), { steps }).sizes;
}

function measured(kind: Result["kind"], scenario: Scenario, logs: number): Result {
  const { name, curve, steps, standardError } = scenario;
  const { length } = curve;
  const cell = `planning-from-losses:${kind},${name},length=${length},error=${standardError}`;
  const data = streamFamily({ seed: SEED, cell, purpose: "log" });
  const uniformSizes = uniform.sizes({ length, steps });
  const least = optimalSchedule(curve, { steps }).pathError;
  let design: LossDesign | undefined;
  let inside = 0;
  const smooth = new Float64Array(logs);
  const isotonic = new Float64Array(logs);
  let gains = 0;
  for (let n = 0; n < logs; n++) {
    const log = scenario.log(data.at(n));
    // Places and variances are the same in every log that states its standard errors.
    if (standardError !== null) design ??= new LossDesign(log);
    const estimate = estimateCurve(log, design === undefined ? {} : { design });
    const plan = planOnEstimate(estimate, (fit) => optimalSchedule(fit, { steps }).sizes, {
      streams: streamFamily({ seed: SEED, cell: `${cell},log=${n}`, purpose: "halves" }),
      splits: SPLITS,
    });
    const truth = pathError(curve, plan.sizes);
    const [low, high] = plan.price.interval;
    if (low <= truth && truth <= high) inside++;
    if (plan.comparedWith(uniformSizes).interval[0] > 0) gains++;
    smooth[n] = truth / least - 1;
    isotonic[n] = pathError(curve, isotonicPlan(log, steps)) / least - 1;
  }
  const [smoothMean, isotonicMean] = [estimateMean(smooth), estimateMean(isotonic)];
  return {
    kind,
    scenario: standardError === null ? `${name}, fractions` : name,
    length,
    standardError,
    logs,
    covered: inside / logs,
    smoothExcess: smoothMean.mean,
    smoothExcessError: smoothMean.standardError,
    isotonicExcess: isotonicMean.mean,
    isotonicExcessError: isotonicMean.standardError,
    uniformExcess: pathError(curve, uniformSizes) / least - 1,
    gains: gains / logs,
  };
}

/** The claim that plans from logs are near the optimum, and their intervals honest. */
export const planningFromLosses: ClaimMaker<Result> = {
  key: "planning-from-losses",
  seed: SEED,
  columns: [
    { key: "scenario", label: "Curve" },
    { key: "length", label: "L" },
    { key: "standardError", label: "Standard error", unit: "nats" },
    { key: "logs", label: "Logs" },
    { key: "covered", label: "Interval holds" },
    { key: "smoothExcess", label: "Excess, smooth" },
    { key: "smoothExcessError", label: "Its standard error" },
    { key: "isotonicExcess", label: "Excess, isotonic" },
    { key: "isotonicExcessError", label: "Its standard error" },
    { key: "uniformExcess", label: "Excess, uniform" },
    { key: "gains", label: "Gain beyond noise" },
  ],
  cells: [
    ...[...tuned, ...heldOut].map((scenario) => ({
      label: `${scenario.name}, L = ${scenario.curve.length}`,
      results: (): Result[] => [measured("coverage", scenario, LOGS)],
    })),
    ...bySamples.map((scenario) => ({
      label: `${scenario.name}, standard error ${scenario.standardError}`,
      results: (): Result[] => [measured("samples", scenario, FIGURE_LOGS)],
    })),
  ],

  judge(rows): Judgement {
    const logs = rows.filter(({ kind }) => kind === "coverage");
    const coverages = logs.map(({ covered }) => covered);
    const statistics = {
      leastCoverage: Math.min(...coverages),
      greatestCoverage: Math.max(...coverages),
      greatestSmoothExcess: Math.max(...logs.map(({ smoothExcess }) => smoothExcess)),
      leastIsotonicOverSmooth: Math.min(
        ...logs.map(({ isotonicExcess, smoothExcess }) => isotonicExcess / smoothExcess),
      ),
    };
    const holds = statistics.leastCoverage >= COVERAGE.from &&
      statistics.greatestCoverage <= COVERAGE.to && statistics.leastIsotonicOverSmooth > 1;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `the 95% interval holds the truth in ${percent(statistics.leastCoverage)} to ${
        percent(statistics.greatestCoverage)
      } of ${LOGS} logs; mean excess over the optimum at most ${
        percent(statistics.greatestSmoothExcess)
      }, and at least ${
        statistics.leastIsotonicOverSmooth.toFixed(1)
      } times that on the raw isotonic curve`,
      statistics,
    };
  },

  figure(rows): ClaimFigure {
    const names = ["smooth curve", "raw isotonic", "uniform"];
    const panel = (scenario: string): Row[] =>
      rows.filter((row) => row.kind === "samples" && row.scenario === scenario).flatMap((row) =>
        [
          { excess: row.smoothExcess, error: row.smoothExcessError },
          { excess: row.isotonicExcess, error: row.isotonicExcessError },
          { excess: row.uniformExcess, error: 0 },
        ].map(({ excess, error }, i) => ({
          samples: 1 / row.standardError! ** 2,
          excess: 100 * excess,
          low: Math.max(LEAST_SHOWN, 100 * (excess - BAND * error)),
          high: 100 * (excess + BAND * error),
          planned: names[i]!,
          tint: figureColours.series[i]!,
        })).filter(({ excess }) => excess > LEAST_SHOWN)
      );
    const series = seriesEncoding("planned", { values: names, by: "shape" });
    return {
      title: "What a plan from a log costs above the optimum",
      caption:
        `Mean excess of the plan's true path error over the least one at 16 steps, L = 64, over ${FIGURE_LOGS} logs with one loss for each number of revealed tokens, against the number of samples behind each loss, for losses that scatter by 1 nat; bands are 95% intervals of the means. Left: strong coupling. Right: weak coupling, where uniform sizes are optimal (no excess).`,
      alt:
        "Left: the excess of plans on the smooth curve falls from about 10% to under 1% as samples grow, that of isotonic plans is six to fifteen times as high, and uniform is 68% throughout. Right: isotonic plans are far above smooth ones.",
      spec: {
        hconcat: ["strong chain", "weak chain"].map((scenario) => ({
          width: 270,
          height: 300,
          title: scenario === "strong chain" ? "Strong chain" : "Weak chain",
          data: { values: panel(scenario) },
          encoding: {
            x: {
              field: "samples",
              type: "quantitative",
              scale: { type: "log" },
              axis: {
                title: "Samples behind each loss",
                values: [100, 1000, 10000],
                format: "~s",
              },
            },
            y: {
              field: "excess",
              type: "quantitative",
              scale: { type: "log" },
              axis: {
                title: "Excess over the optimum (%)",
                format: "~g",
                values: [0.01, 0.1, 1, 10, 100, 1000],
              },
            },
          },
          layer: [
            {
              mark: { type: "area", fillOpacity: 0.25 },
              encoding: {
                y: { field: "low", type: "quantitative" },
                y2: { field: "high" },
                // A colour as it is: a scale of the band's own would join the legend, faint.
                fill: { field: "tint", type: "nominal", scale: null },
              },
            },
            {
              mark: { type: "line", point: true },
              encoding: {
                y: { field: "excess", type: "quantitative" },
                ...series,
              },
            },
          ],
        })),
      },
    };
  },
};

/** Half the width of a 95% interval of a mean, in standard errors. */
const BAND = 1.96;

/** Least excess that the figure shows, in percent: its axis is logarithmic. */
const LEAST_SHOWN = 0.01;

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
