import { figureColours, type JsonValue } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { LENGTH, type Result, stepCounts } from "./result.ts";

/** Width of the drawing, and of both its parts. */
const WIDTH = 610;

/** Standard errors of an interval of 95%. */
const NORMAL_95 = 1.96;

/**
 * Samples with the order of their letters, and how much worse fewer iterations make them.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function generatedTextFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "What text reads like that was drawn in few iterations",
    caption:
      "Above: the first sample for each number of iterations T. The stronger the shade, the " +
      "later a letter was drawn; letters of one iteration were drawn without seeing each other. " +
      "Below: perplexity of 160 samples under a model of other text, with intervals of 95%, beside " +
      "held-out news and news with its letters shuffled, whose bands are intervals of 95% too.",
    alt:
      "Samples in 64 iterations have words and pieces of words, in one iteration letters without any " +
      "order. Perplexity falls from that of shuffled letters at one iteration towards that of " +
      "held-out news, which it does not reach.",
    spec: {
      vconcat: [drawnLetters(rows), perplexities(rows)],
      spacing: 30,
    },
  };
}

/** The letters of the samples in cells that are shaded by when they were drawn. */
function drawnLetters(rows: readonly Result[]): JsonValue {
  const lines = stepCounts.map((steps) =>
    rows.find((row) => row.part === "one sample" && row.steps === steps)!
  );
  const cells = lines.flatMap(({ steps, text, drawnIn }) => {
    const iterations = drawnIn!.split(" ").map(Number);
    return [...text!].map((letter, place) => ({
      line: `T = ${steps}`,
      place,
      letter,
      // How much of the run was over.
      over: iterations[place]! / Math.max(1, steps! - 1),
    }));
  });
  const x = { field: "place", type: "ordinal", axis: null };
  const y = {
    field: "line",
    type: "ordinal",
    scale: { domain: stepCounts.map((steps) => `T = ${steps}`), paddingInner: 0.3 },
    axis: { title: null, domain: false, ticks: false },
  };
  return {
    width: WIDTH,
    height: 28 * lines.length,
    data: { values: cells },
    layer: [
      {
        mark: { type: "rect", color: figureColours.series[0]! },
        encoding: {
          x,
          y,
          opacity: {
            field: "over",
            type: "quantitative",
            scale: { domain: [0, 1], range: [0.04, 0.6] },
            legend: null,
          },
        },
      },
      {
        transform: [{ filter: "datum.letter != ' '" }],
        mark: { type: "text", fontSize: 12, color: figureColours.ink },
        encoding: { x, y, text: { field: "letter", type: "nominal" } },
      },
    ],
  };
}

/** Perplexity against iterations, between the two controls. */
function perplexities(rows: readonly Result[]): JsonValue {
  const band = ({ loss, standardError }: Result): { low: number; high: number } => ({
    low: Math.exp(loss - NORMAL_95 * standardError!),
    high: Math.exp(loss + NORMAL_95 * standardError!),
  });
  const x = {
    field: "iterations",
    type: "quantitative",
    scale: { type: "log", base: 2, domain: [0.9, LENGTH * 1.1], nice: false },
    axis: { title: "Iterations T", values: [...stepCounts], format: "d" },
  };
  const title = "Perplexity of a letter";
  const y = {
    field: "perplexity",
    type: "quantitative",
    title,
    scale: { type: "log", domain: [4, 1000], nice: false },
    axis: { title, values: [5, 10, 20, 50, 100, 200, 500, 1000], format: "d" },
  };
  const values = rows.filter(({ part }) => part === "samples").map((row) => ({
    iterations: row.steps!,
    perplexity: Math.exp(row.loss),
    ...band(row),
  }));
  const controls = rows.filter(({ part }) =>
    part === "held-out news" || part === "shuffled letters"
  )
    .map((row) => ({ text: row.part, perplexity: Math.exp(row.loss), ...band(row) }));
  return {
    width: WIDTH,
    height: 230,
    layer: [
      {
        data: { values: controls },
        mark: { type: "rect", color: figureColours.muted, opacity: 0.25 },
        encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        data: { values: controls },
        mark: { type: "text", align: "right", dy: -16, dx: -6, color: figureColours.muted },
        encoding: { x: { value: WIDTH }, y, text: { field: "text" } },
      },
      {
        data: { values },
        mark: { type: "rule", color: figureColours.series[0]!, strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        data: { values },
        mark: { type: "line", point: true, color: figureColours.series[0]! },
        encoding: { x, y },
      },
    ],
  };
}
