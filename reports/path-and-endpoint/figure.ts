import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { type Result, shownCouplings, shownSteps, TIED } from "./result.ts";

/** Series are levels of the coupling in all panels that have a legend. */
const byCoupling = {
  values: shownCouplings,
  title: "Potts chain, coupling J",
  ordered: true,
  by: "shape",
} as const;

const dashed = { type: "line", color: figureColours.ink, strokeDash: [5, 4] } as const;

/**
 * How many times the endpoint error the path error is: over steps, couplings and lengths.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function pathAndEndpointFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "How much path error overstates the error of samples",
    caption:
      "Path error over endpoint error, 1 where the theorems' number is that of samples. Top left: Potts chains of 8 " +
      "tokens and 3 states under uniform sizes; dashed, 1 over the chance `c` that two tokens are drawn in the same " +
      "step. Top right: the same chains over the coupling, at 2 and 4 steps. Below: at four steps, over the length: " +
      "chains of 2 states whose tokens are revealed by chance, and tied bits in equal sizes. Bars are two standard " +
      "errors; points without are exact.",
    alt:
      "Top left: all lines begin at 1 in one step. That of J = 0.1 follows the dashed line to 28 at seven steps, that " +
      "of J = 5 stays near 1 up to four steps and ends at 4. Top right: both lines are highest at weak coupling, 2.4 " +
      "and 7, and fall to 1 towards strong positive coupling. Below: lines are nearly level from 8 to 64 tokens, at " +
      "3.5, 2.5 and 1.8, and tied bits stay at 1.3 up to 4096 tokens.",
    spec: {
      vconcat: [{ hconcat: [overSteps(rows), overCouplings(rows)] }, overLengths(rows)],
    },
  };
}

function ratioAxis(title: string | null, values: readonly number[]): JsonValue {
  return {
    field: "ratio",
    type: "quantitative",
    scale: { type: "log", domain: [values[0]!, values.at(-1)!], nice: false },
    axis: { title, values: [...values], format: "~g" },
  };
}

function overSteps(rows: readonly Result[]): JsonValue {
  const shown = rows.filter(({ part }) => part === "steps");
  const x = {
    field: "steps",
    type: "quantitative",
    scale: { domain: [1, 7], nice: false },
    axis: { title: "Steps T", values: [1, 2, 3, 4, 5, 6, 7], format: "d" },
  };
  const y = ratioAxis("Path error / endpoint error", powersOfTwo(1, 32));
  const limit = shown.filter(({ parameter }) => parameter === shownCouplings[0])
    .map(({ steps, oneOverTogether }) => ({ steps, ratio: oneOverTogether }));
  return {
    width: 295,
    height: 240,
    layer: [
      {
        data: {
          values: shown.map(({ parameter, steps, ratio }) => ({ parameter, steps, ratio })),
        },
        mark: { type: "line", point: true },
        encoding: { x, y, ...seriesEncoding("parameter", byCoupling) },
      },
      { data: { values: limit }, mark: dashed, encoding: { x, y } },
      {
        data: { values: [{ ...limit[5]!, label: "1 / c" }] },
        mark: { type: "text", align: "right", baseline: "bottom", dx: -6, dy: -4 },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}

function overCouplings(rows: readonly Result[]): JsonValue {
  const shown = rows.filter(({ part }) => part === "coupling");
  const x = {
    field: "parameter",
    type: "quantitative",
    scale: { domain: [-4, 5], nice: false },
    axis: { title: "Coupling J", values: [-4, -2, 0, 2, 4], format: "d" },
  };
  const y = ratioAxis(null, powersOfTwo(1, 32));
  return {
    width: 295,
    height: 240,
    layer: shownSteps.flatMap((steps): JsonValue[] => {
      const line = shown.filter((row) => row.steps === steps)
        .map(({ parameter, ratio }) => ({ parameter, ratio }));
      const peak = line.reduce((best, row) => row.ratio! > best.ratio! ? row : best);
      return [
        {
          data: { values: line },
          mark: { type: "line", color: figureColours.ink, point: { color: figureColours.ink } },
          encoding: { x, y },
        },
        {
          data: { values: [{ ...peak, label: `T = ${steps}` }] },
          mark: { type: "text", baseline: "bottom", dy: -8 },
          encoding: { x, y, text: { field: "label" } },
        },
      ];
    }),
  };
}

function overLengths(rows: readonly Result[]): JsonValue {
  const shown = rows.filter(({ part, ratio }) => part === "length" && ratio !== null);
  const chains = shown.filter(({ law }) => law !== TIED);
  const tied = shown.filter(({ law }) => law === TIED)
    .map(({ length, ratio }) => ({ length, ratio }));
  const x = {
    field: "length",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [2, 4096] },
    axis: { title: "Tokens L", values: powersOfTwo(2, 4096), format: "d" },
  };
  const y = {
    field: "ratio",
    type: "quantitative",
    scale: { domain: [1, 4], nice: false },
    axis: { title: "Path error / endpoint error", values: [1, 2, 3, 4] },
  };
  const series = seriesEncoding("parameter", byCoupling);
  return {
    width: 640,
    height: 220,
    layer: [
      {
        data: {
          values: chains.filter(({ standardError }) => standardError !== null)
            .map(({ parameter, length, pathError, endpointError, standardError }) => ({
              parameter,
              length,
              low: pathError / (endpointError + 2 * standardError!),
              high: pathError / (endpointError - 2 * standardError!),
            })),
        },
        mark: { type: "rule", strokeWidth: 2 },
        encoding: {
          x,
          y: { ...y, field: "low" },
          y2: { field: "high" },
          color: series["color"]!,
        },
      },
      {
        data: {
          values: chains.map(({ parameter, length, ratio }) => ({ parameter, length, ratio })),
        },
        mark: { type: "line", point: true },
        encoding: { x, y, ...series },
      },
      {
        data: { values: tied },
        mark: { ...dashed, point: { color: figureColours.ink } },
        encoding: { x, y },
      },
      {
        data: { values: [{ ...tied.at(-1)!, label: TIED }] },
        mark: { type: "text", align: "right", baseline: "bottom", dy: -8 },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}
