import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { LENGTH, MAIN, MAIN_WINDOWS, ONES, type Result, steps } from "./result.ts";

/** What the left panel shows, in the order of the legend. */
const shown: readonly string[] = ["unbalanced", "dilated", "log", "cosine", "uniform"];

/** Steps of the right panel. */
const STEPS = 16;

/** Standard errors either side. */
const BAR = 2;

/**
 * What schedules cost more than one letter at a time: predicted and measured.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function schedulesFigure(rows: readonly Result[]): ClaimFigure {
  const main = rows.filter(({ corpus, schedule }) => corpus === MAIN && schedule !== ONES);
  return {
    title: "What schedules cost on held-out news, predicted and measured",
    caption:
      `Path NLL beyond that of one letter at a time, windows of L = ${LENGTH} letters of Brown news, ` +
      `a trained model. Lines and ticks: predicted from its curve on ${MAIN_WINDOWS} windows. Points: measured ` +
      `along paths of ${MAIN_WINDOWS} others, bars of two standard errors. Left: against the number of steps. Right: ` +
      `all families and the plan in ${STEPS} steps; the vertical line is that of balanced sizes.`,
    alt:
      "Left, log-log: uniform, cosine and log fall together, uniform lowest, as 1/T minus 1/L; dilated stays at 12 to 17 " +
      "nats until 32 steps, unbalanced falls late, from 46 to 13. All points lie on their lines. Right: the plan, " +
      "linear and uniform at 2.4 nats, cosine at 3.3, others up to 7, dilated at 15 and the two unbalanced ones at 30.",
    spec: { hconcat: [bySteps(main), byFamily(main)] },
  };
}

function bySteps(main: readonly Result[]): JsonValue {
  const own = main.filter(({ schedule }) => shown.includes(schedule));
  const series = seriesEncoding("schedule", { values: shown, by: "dash" });
  const x = {
    field: "steps",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [3.7, 52], nice: false },
    axis: { title: "Steps T", values: [...steps], format: "d" },
  };
  const y = {
    field: "nats",
    type: "quantitative",
    scale: { type: "log", domain: [0.2, 60], nice: false },
    axis: {
      title: "Beyond one letter at a time (nats)",
      values: [0.25, 0.5, 1, 2, 4, 8, 16, 32],
      format: "~g",
    },
  };
  return {
    width: 270,
    height: 330,
    layer: [
      {
        data: {
          values: own.map(({ schedule, steps, predictedExcess: nats }) => ({
            schedule,
            steps,
            nats,
          })),
        },
        mark: { type: "line", point: false },
        encoding: { x, y, ...series },
      },
      {
        data: {
          values: own.map(({ schedule, steps, excess, excessError }) => ({
            schedule,
            steps,
            nats: Math.max(0.2, excess - BAR * excessError),
            high: excess + BAR * excessError,
          })),
        },
        mark: { type: "rule", strokeWidth: 1.5 },
        encoding: { x, y, y2: { field: "high" }, color: series["color"]! },
      },
      {
        data: {
          values: own.map(({ schedule, steps, excess: nats }) => ({ schedule, steps, nats })),
        },
        mark: { type: "point", filled: true, size: 28, opacity: 1 },
        encoding: { x, y, color: series["color"]! },
      },
    ],
  };
}

function byFamily(main: readonly Result[]): JsonValue {
  const own = main.filter(({ steps }) => steps === STEPS)
    .toSorted((a, b) => a.predictedExcess - b.predictedExcess);
  const uniform = own.find(({ schedule }) => schedule === "uniform")!.predictedExcess;
  const x = {
    field: "nats",
    type: "quantitative",
    scale: { type: "log", domain: [1.8, 40], nice: false },
    axis: {
      title: `Beyond one letter at a time (nats), T = ${STEPS}`,
      values: [2, 4, 8, 16, 32],
      format: "d",
    },
  };
  const y = {
    field: "schedule",
    type: "nominal",
    sort: null,
    scale: { domain: own.map(({ schedule }) => schedule) },
    axis: { title: null, grid: true },
  };
  return {
    width: 270,
    height: 330,
    layer: [
      {
        data: { values: [{ nats: uniform }] },
        mark: { type: "rule", color: figureColours.axis, strokeDash: [4, 3] },
        encoding: { x },
      },
      {
        data: {
          values: own.map(({ schedule, predictedExcess: nats }) => ({ schedule, nats })),
        },
        mark: { type: "tick", color: figureColours.ink, thickness: 2, size: 13, opacity: 1 },
        encoding: { x, y },
      },
      {
        data: {
          values: own.map(({ schedule, excess, excessError }) => ({
            schedule,
            nats: excess - BAR * excessError,
            high: excess + BAR * excessError,
          })),
        },
        mark: { type: "rule", color: figureColours.series[0]!, strokeWidth: 1.5 },
        encoding: { x, y, x2: { field: "high" } },
      },
      {
        data: { values: own.map(({ schedule, excess: nats }) => ({ schedule, nats })) },
        mark: {
          type: "point",
          filled: true,
          size: 28,
          opacity: 1,
          color: figureColours.series[0]!,
        },
        encoding: { x, y },
      },
    ],
  };
}
