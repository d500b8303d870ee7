import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { LENGTH, models, type Result } from "./result.ts";

/** How sequences are drawn, in the order of the legend. */
const alone = "one sequence";
const together = "32 together, each";

/**
 * What steps cost in likelihood, and what likelihood costs in time.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function stepsAndTimeFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "What fewer steps cost and save, beside an autoregressive model",
    caption:
      "Both models have one size and one training. Left: NLL of a letter of held-out news along the " +
      "path, mask predictor in T balanced steps; bars of two standard errors are mostly smaller than " +
      "the points. Right: the same against the time of a sequence on one machine " +
      `(${rows.find(({ record }) => record !== null)!.record}); numbers are steps. ` +
      "Hollow: the autoregressive model, token by token with its cache. What lies to the left and below is better.",
    alt:
      "Left: the NLL of the mask predictor falls with the number of steps and stays above the line of " +
      "the autoregressive model at all of them. Right: the autoregressive points lie far below all " +
      "points of the mask predictor; only its fewest steps lie to their left.",
    spec: { hconcat: [losses(rows), times(rows)] },
  };
}

/** One scale for both panels. */
const y = {
  field: "nll",
  type: "quantitative",
  scale: { zero: false },
  title: "NLL of a letter (nats)",
};

function losses(rows: readonly Result[]): JsonValue {
  const own = rows.filter(({ part, model }) => part === "loss" && model === models.masked);
  const rival = lossOf(rows, models.next, LENGTH);
  const x = {
    field: "steps",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [0.9, LENGTH * 1.1], nice: false },
    axis: { title: "Steps T", values: [1, 2, 4, 8, 16, 32, LENGTH], format: "d" },
  };
  const values = own.map(({ steps, nll, standardError }) => ({
    steps,
    nll: nll!,
    low: nll! - 2 * standardError!,
    high: nll! + 2 * standardError!,
  }));
  return {
    width: 260,
    height: 330,
    layer: [
      {
        data: { values: [{ nll: rival }] },
        mark: { type: "rule", color: figureColours.ink },
        encoding: { y },
      },
      {
        data: { values: [{ nll: rival, label: "autoregressive" }] },
        mark: { type: "text", align: "left", dx: 6, dy: -10, color: figureColours.ink },
        encoding: { x: { value: 0 }, y, text: { field: "label" } },
      },
      {
        data: { values },
        mark: { type: "rule", color: figureColours.muted, strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        data: { values: values.map(({ steps, nll }) => ({ steps, nll })) },
        mark: { type: "line", point: { color: figureColours.ink }, color: figureColours.ink },
        encoding: { x, y },
      },
    ],
  };
}

function times(rows: readonly Result[]): JsonValue {
  const points = rows.filter(({ part }) => part === "time").map((row) => ({
    how: row.batch === 1 ? alone : together,
    model: row.model,
    steps: row.steps,
    milliseconds: row.milliseconds!,
    nll: lossOf(rows, row.model, row.steps),
  })).toSorted((a, b) => a.steps - b.steps);
  const series = seriesEncoding("how", { values: [alone, together], by: "shape" });
  const x = {
    field: "milliseconds",
    type: "quantitative",
    scale: { type: "log" },
    axis: {
      title: "Time of a sequence (ms)",
      values: [0.1, 1, 10, 100, 1000, 10000],
      format: "~g",
    },
  };
  const masked = points.filter(({ model }) => model === models.masked);
  const next = points.filter(({ model }) => model === models.next)
    .toSorted((a, b) => a.milliseconds - b.milliseconds);
  return {
    width: 300,
    height: 330,
    layer: [
      {
        data: { values: masked },
        mark: { type: "line", point: false },
        encoding: { x, y: { ...y, axis: { title: null } }, color: series["color"]! },
      },
      {
        data: { values: masked },
        mark: { type: "point", filled: true },
        encoding: { x, y: { ...y, axis: { title: null } }, ...series },
      },
      {
        data: { values: masked },
        mark: { type: "text", align: "left", dx: 8, dy: -8, color: figureColours.muted },
        encoding: { x, y, text: { field: "steps" } },
      },
      {
        data: { values: [{ ...next.at(-1)!, label: "autoregressive" }] },
        mark: { type: "text", align: "left", dx: 12, color: figureColours.ink },
        encoding: { x, y, text: { field: "label" } },
      },
      {
        data: { values: next },
        mark: { type: "point", filled: false, strokeWidth: 2, size: 80 },
        encoding: { x, y: { ...y, axis: { title: null } }, ...series },
      },
    ],
  };
}

/** The NLL of a model in a number of steps. */
function lossOf(rows: readonly Result[], model: string, steps: number): number {
  return rows.find((row) => row.part === "loss" && row.model === model && row.steps === steps)!
    .nll!;
}
