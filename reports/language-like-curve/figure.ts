import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { exponents, LENGTH, type Result, schedules, shown, UNIFORM_STEPS } from "./result.ts";

/**
 * The curves, the errors on one of them, and the steps to one error over all shapes.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function languageLikeFigure(rows: readonly Result[]): ClaimFigure {
  const steps = stepsAtShown(rows);
  return {
    title: "What an optimal schedule saves on curves like a language model's",
    caption:
      `L = 1,024, f(k) = 2 + 5 (1 + k/c)^(-a) nats. Top left: curves at a = 1/2. Top right: the error on one of them, ` +
      `a = 1/2 and c = 16; the error of ${UNIFORM_STEPS} uniform steps takes ${
        steps.get("cosine")
      } cosine steps and ${steps.get("optimal")} optimal ones. Below: the same count for every ` +
      "shape, with the optimal steps at c = 4, 32 and 256 in figures. The steeper the start (small c, large a), the more is saved; on an all but straight " +
      "curve, c = 1,024, nothing is.",
    alt:
      `On the curve a = 1/2, c = 16 the error of ${UNIFORM_STEPS} uniform steps takes ${
        steps.get("cosine")
      } cosine and ${steps.get("optimal")} optimal steps. Below, the optimal steps rise from ` +
      "27, 17 and 8 at c = 4 to 64, 63 and 62 at c = 1,024; cosine lies a little above them and " +
      "crosses the uniform line at about c = 256.",
    spec: {
      vconcat: [
        { hconcat: [curves(rows), errorPanel(rows)] },
        { hconcat: exponents.map((exponent, i) => stepsPanel(rows, { exponent, first: i === 0 })) },
      ],
    },
  };
}

/** Steps of each schedule to the error, on the curve whose errors are shown. */
function stepsAtShown(rows: readonly Result[]): Map<string, number> {
  return new Map(
    rows.filter((row) =>
      row.kind === "steps" && row.scale === shown.scale && row.exponent === shown.exponent
    ).map(({ schedule, at }) => [schedule!, at]),
  );
}

function curves(rows: readonly Result[]): JsonValue {
  const points = rows.filter(({ kind }) => kind === "curve")
    .map(({ scale, at, nats }) => ({ scale, revealed: at, nats }));
  const encoding = {
    x: {
      field: "revealed",
      type: "quantitative",
      scale: { domain: [0, LENGTH], nice: false },
      axis: { title: "Tokens revealed, k", values: [0, 256, 512, 768, 1024], format: "d" },
    },
    y: {
      field: "nats",
      type: "quantitative",
      scale: { domain: [2, 7] },
      axis: { title: "f(k) (nats)", tickCount: 6 },
    },
  };
  return {
    width: 270,
    height: 240,
    layer: [
      {
        data: { values: points },
        mark: { type: "line", color: figureColours.muted, strokeWidth: 1.5 },
        encoding: { ...encoding, detail: { field: "scale" } },
      },
      {
        data: { values: points.filter(({ scale }) => scale === shown.scale) },
        mark: { type: "line", color: figureColours.ink, strokeWidth: 2.5 },
        encoding,
      },
      {
        data: {
          values: points.filter(({ revealed }) => revealed === 512)
            .map(({ scale, ...at }) => ({ ...at, label: `c = ${scale.toLocaleString("en")}` })),
        },
        mark: { type: "text", align: "left", baseline: "bottom", dx: 2, dy: -3 },
        encoding: { ...encoding, text: { field: "label" } },
      },
    ],
  };
}

function errorPanel(rows: readonly Result[]): JsonValue {
  const target =
    rows.find((row) =>
      row.kind === "steps" && row.schedule === "uniform" && row.scale === shown.scale &&
      row.exponent === shown.exponent
    )!.nats;
  const x = {
    field: "steps",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [8, 256] },
    axis: { title: "Steps T", values: powersOfTwo(8, 256), format: "d" },
  };
  const y = {
    field: "nats",
    type: "quantitative",
    scale: { type: "log", domain: [1, 500] },
    axis: { title: "Path error (nats)", format: "~g", values: [1, 10, 100] },
  };
  return {
    width: 270,
    height: 240,
    layer: [
      {
        data: {
          values: rows.filter(({ kind }) => kind === "error")
            .map(({ schedule, at, nats }) => ({ schedule, steps: at, nats })),
        },
        mark: { type: "line", point: true },
        encoding: { x, y, ...seriesEncoding("schedule", { values: schedules, by: "shape" }) },
      },
      {
        data: { values: [{ nats: target }] },
        mark: { type: "rule", strokeDash: [4, 3] },
        encoding: { y },
      },
      {
        data: {
          values: [{ steps: 256, nats: target, label: `${UNIFORM_STEPS} uniform steps` }],
        },
        mark: { type: "text", align: "right", baseline: "bottom", dy: -5 },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}

function stepsPanel(
  rows: readonly Result[],
  { exponent, first }: { exponent: number; first: boolean },
): JsonValue {
  const values = rows.filter((row) => row.kind === "steps" && row.exponent === exponent)
    .map(({ schedule, scale, at }) => ({ schedule, scale, steps: at }));
  const x = {
    field: "scale",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [4, LENGTH] },
    axis: { title: "Scale c (tokens)", values: [4, 16, 64, 256, 1024], format: "d" },
  };
  const y = {
    field: "steps",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [6, 90] },
    axis: {
      title: first ? `Steps to the same error` : null,
      values: [8, 16, 32, 64],
      format: "d",
    },
  };
  return {
    width: 172,
    height: 220,
    title: {
      text: `a = ${exponent === 1 ? "1" : `1/${1 / exponent}`}`,
      anchor: "middle",
      fontSize: 13,
      fontWeight: "normal",
      offset: 6,
    },
    layer: [
      {
        data: { values },
        mark: { type: "line", point: true },
        encoding: { x, y, ...seriesEncoding("schedule", { values: schedules, by: "shape" }) },
      },
      {
        data: {
          values: values.filter(({ schedule, scale }) =>
            schedule === "optimal" && [4, 32, 256].includes(scale)
          ),
        },
        mark: { type: "text", align: "left", baseline: "top", dx: 4, dy: 7 },
        encoding: { x, y, text: { field: "steps" } },
      },
    ],
  };
}
