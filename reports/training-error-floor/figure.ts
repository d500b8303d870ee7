import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { LENGTH, predictorNames, type Result } from "./result.ts";

/** Below this nothing is drawn: a logarithmic scale has no 0. */
const LEAST = 0.1;

/**
 * The path errors that level off, and the training errors at which they do.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function trainingErrorFigure(rows: readonly Result[]): ClaimFigure {
  const long = rows.filter(({ part }) => part === "estimate");
  return {
    title: "Where more steps stop helping a wrong predictor",
    caption:
      `Potts chain of L = ${LENGTH} tokens, K = 4, J = 3, balanced sizes. Left: path error; lines are ` +
      "sampling plus training error, points were measured along sampled paths (bars of two standard " +
      "errors); the exact predictor ends at 0. Rings mark the steps from which on the training error is the larger. Right: the two " +
      "parts, which cross there. The training error depends on the schedule: guesses and a low " +
      "temperature harm most where much is known, noise where little is.",
    alt:
      "Left, log-log: the error of the exact predictor falls to 0, that of each wrong predictor " +
      "follows it and then levels off, at 0.22, 3.2, 7.5 and 30 nats. Right: training errors are " +
      "nearly flat from 16 steps on; the falling sampling error crosses them where the left lines " +
      "level off.",
    spec: { hconcat: [totals(long), parts(long)] },
  };
}

const x = {
  field: "steps",
  type: "quantitative",
  scale: { type: "log", base: 2, domain: [1, LENGTH] },
  axis: {
    title: "Steps T",
    values: powersOfTwo(1, LENGTH).filter((_, i) => i % 2 === 0),
    format: "d",
  },
};

const y = {
  field: "nats",
  type: "quantitative",
  scale: { type: "log", domain: [LEAST, 300], clamp: true },
};

const axis = { format: "~g", values: [0.1, 1, 10, 100] };

function totals(rows: readonly Result[]): JsonValue {
  const series = seriesEncoding("predictor", { values: predictorNames, by: "dash" });
  const at = (
    { run, steps }: Result,
    nats: number,
  ): { predictor: string; steps: number; nats: number } => ({
    predictor: run,
    steps,
    nats,
  });
  const measured = rows.filter((row) => row.measured !== null && row.measured > LEAST);
  return {
    width: 300,
    height: 330,
    layer: [
      {
        data: {
          values: rows.map((row) => at(row, row.samplingError + row.trainingError!))
            .filter(({ nats }) => nats > LEAST),
        },
        mark: { type: "line", point: false },
        encoding: { x, y: { ...y, axis: { ...axis, title: "Path error (nats)" } }, ...series },
      },
      {
        data: {
          values: measured.map((row) => ({
            ...at(row, Math.max(LEAST, row.measured! - 2 * row.measuredStandardError!)),
            high: row.measured! + 2 * row.measuredStandardError!,
          })),
        },
        mark: { type: "rule", strokeWidth: 1.5 },
        encoding: { x, y, y2: { field: "high" }, color: series["color"]! },
      },
      {
        data: { values: measured.map((row) => at(row, row.measured!)) },
        mark: { type: "point", filled: true, size: 22, opacity: 1 },
        encoding: { x, y, color: series["color"]! },
      },
      {
        data: {
          values: predictorNames.flatMap((run) => kneeOf(rows, run))
            .map((row) => at(row, row.samplingError + row.trainingError!)),
        },
        mark: {
          type: "point",
          filled: false,
          size: 160,
          strokeWidth: 1.5,
          color: figureColours.ink,
        },
        encoding: { x, y },
      },
    ],
  };
}

function parts(rows: readonly Result[]): JsonValue {
  const values = rows
    .map(({ run, steps, samplingError, trainingError }) => ({
      predictor: run,
      steps,
      nats: run === "exact" ? samplingError : trainingError!,
    }))
    .filter(({ nats }) => nats > LEAST);
  return {
    width: 250,
    height: 330,
    layer: [
      {
        data: { values },
        mark: { type: "line", point: false },
        encoding: {
          x,
          y: { ...y, axis: { ...axis, title: "Its two parts (nats)" } },
          ...seriesEncoding("predictor", { values: predictorNames, by: "dash" }),
        },
      },
      {
        data: { values: [{ steps: 3, nats: 90, label: "sampling error" }] },
        mark: { type: "text", align: "left", color: figureColours.muted },
        encoding: { x, y, text: { field: "label" } },
      },
      {
        data: { values: [{ steps: 30, nats: 12, label: "training errors" }] },
        mark: { type: "text", align: "left", color: figureColours.muted },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}

/** The first row from which on the floor is named. */
function kneeOf(rows: readonly Result[], run: string): Result[] {
  const own = rows.filter((row) => row.run === run);
  const last = own.findLastIndex(({ signatures }) => signatures !== "training-error-floor");
  return own.slice(last + 1, last + 2);
}
