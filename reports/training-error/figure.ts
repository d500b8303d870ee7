import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import type { Result } from "./result.ts";

/** Below this nothing is drawn: a logarithmic scale has no 0. */
const LEAST = 0.01;

/**
 * Training error over training time, and what it leaves of the gain from more steps.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function trainingFigure(rows: readonly Result[]): ClaimFigure {
  const checkpoints = rows.filter(({ part }) => part === "checkpoint");
  const teachers = [...new Set(checkpoints.map(({ teacher }) => teacher))];
  const length = Math.max(...checkpoints.map(({ steps }) => steps));
  return {
    title: "What training takes off the error of parallel sampling, and what it leaves",
    caption:
      `Sequences of L = ${length} letters from chains that are known exactly, fitted to news. Above: ` +
      `training error in L/2 = ${
        length / 2
      } balanced steps over the steps of training, with intervals of 95%. Below: path error over the ` +
      "steps of sampling, of the exact predictor (grey) and of each model at the end of its training; " +
      "points were measured directly, along other paths (bars of two standard errors).",
    alt:
      "Above, log-log: training errors fall with training, those of larger models lower. Below, log-log: " +
      "the error of the exact predictor falls to 0 at L steps; those of the models level off at their " +
      "training errors.",
    spec: {
      vconcat: [
        { hconcat: teachers.map((teacher) => overTraining(checkpoints, { teacher, length })) },
        { hconcat: teachers.map((teacher) => overSteps(rows, { teacher, length })) },
      ],
    },
  };
}

function models(rows: readonly Result[]): string[] {
  return [...new Set(rows.map(({ model }) => model))];
}

function overTraining(
  rows: readonly Result[],
  { teacher, length }: { teacher: string; length: number },
): JsonValue {
  const own = rows.filter((row) => row.teacher === teacher && row.steps === length / 2);
  const values = own.map(({ model, trained, trainingError: nats, low, high }) => ({
    model,
    trained,
    nats,
    low: Math.max(LEAST, low),
    high,
  }));
  const series = seriesEncoding("model", { values: models(rows), ordered: true, by: "dash" });
  const x = {
    field: "trained",
    type: "quantitative",
    scale: { type: "log", nice: false },
    axis: {
      title: "Steps of training",
      values: [...new Set(own.map(({ trained }) => trained))],
      format: "d",
    },
  };
  const y = {
    type: "quantitative",
    scale: { type: "log" },
    axis: { title: "Training error (nats)", format: "~g" },
  };
  return {
    title: `Teacher of ${teacher}`,
    width: 270,
    height: 200,
    data: { values },
    layer: [
      { mark: "line", encoding: { x, y: { ...y, field: "nats" }, ...series } },
      {
        mark: { type: "rule", strokeWidth: 1.5 },
        encoding: {
          x,
          y: { ...y, field: "low" },
          y2: { field: "high" },
          color: series["color"]!,
        },
      },
    ],
  };
}

function overSteps(
  rows: readonly Result[],
  { teacher, length }: { teacher: string; length: number },
): JsonValue {
  const own = rows.filter((row) => row.teacher === teacher);
  const checkpoints = own.filter(({ part }) => part === "checkpoint");
  const longest = Math.max(...checkpoints.map(({ trained }) => trained));
  const last = checkpoints.filter(({ trained }) => trained === longest);
  const first = models(last)[0];
  const series = seriesEncoding("model", { values: models(last), ordered: true, by: "dash" });
  const x = {
    field: "steps",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [1, length] },
    axis: { title: "Steps of sampling T", values: last.map(({ steps }) => steps), format: "d" },
  };
  const y = {
    field: "nats",
    type: "quantitative",
    scale: { type: "log" },
    axis: { title: "Path error (nats)", format: "~g" },
  };
  const drawn = ({ nats }: { nats: number }): boolean => nats > LEAST;
  const measured = own.filter(({ part }) => part === "measured").map((row) => ({
    model: row.model,
    steps: row.steps,
    nats: row.measured!,
    low: Math.max(LEAST, row.measured! - 2 * row.measuredStandardError!),
    high: row.measured! + 2 * row.measuredStandardError!,
  }));
  return {
    width: 270,
    height: 200,
    layer: [
      {
        data: {
          values: last.filter(({ model }) => model === first)
            .map(({ steps, samplingError: nats }) => ({ steps, nats })).filter(drawn),
        },
        mark: { type: "line", color: figureColours.muted, strokeWidth: 1.5 },
        encoding: { x, y },
      },
      {
        data: {
          values: last.map(({ model, steps, samplingError, trainingError }) => ({
            model,
            steps,
            nats: samplingError + trainingError,
          })).filter(drawn),
        },
        mark: "line",
        encoding: { x, y, ...series },
      },
      {
        data: { values: measured },
        mark: { type: "rule", strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color: series["color"]! },
      },
      {
        data: { values: measured },
        mark: { type: "point", filled: true, size: 22, opacity: 1 },
        encoding: { x, y, color: series["color"]! },
      },
    ],
  };
}
