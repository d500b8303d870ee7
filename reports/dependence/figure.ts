import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { corpora, LENGTH, orders, type Result, SHARE, STEPS } from "./result.ts";

/** Standard errors either side. */
const BAR = 2;

/** Right end of the axis of total correlations. */
const MOST_TOTAL = 70;

/**
 * The curves of texts and their twins, and the error of balanced sizes against what they fall by.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function dependenceFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "Curves of texts and of their twins, and what balanced sizes cost on them",
    caption:
      `Trained models on held-out windows of L = ${LENGTH} letters. Left and middle: the model's curve, mean loss of a ` +
      "masked letter against the letters revealed; grey: Brown news with its letters in random order. Right: path error of balanced " +
      `sizes in ${STEPS} steps, beyond one letter at a time, against the sum of what the curve falls by; filled: as ` +
      "written, hollow: words shuffled, near 0: letters shuffled; bars of two standard errors either way. Line: what a straight curve has.",
    alt:
      "Left: five nearly straight curves fall from 2.85 nats to about 1.3. Middle: those of shuffled words fall less. The grey line " +
      "is flat. Right: errors lie on a line through 0, letters at 0, shuffled words below the texts as written.",
    spec: {
      hconcat: [
        curves(rows, { order: orders[0], first: true }),
        curves(rows, { order: orders[1], first: false }),
        errors(rows),
      ],
    },
  };
}

function curves(
  rows: readonly Result[],
  { order, first }: { order: string; first: boolean },
): JsonValue {
  const at = ({ corpus, revealed, loss }: Result) => ({ corpus, revealed: revealed!, loss });
  const own = rows.filter((row) => row.part === "curve" && row.order === order);
  const loose = rows.filter((row) =>
    row.part === "curve" && row.order === orders[2] && row.corpus === corpora[0]
  );
  const series = seriesEncoding("corpus", { values: corpora, by: "shape" });
  const x = {
    field: "revealed",
    type: "quantitative",
    scale: { domain: [0, LENGTH], nice: false },
    axis: { title: "Letters revealed", values: [0, 16, 32, 48, 64] },
  };
  const y = {
    field: "loss",
    type: "quantitative",
    title: "Mean loss (nats)",
    scale: { domain: [1, 3.1], nice: false },
    axis: { title: first ? "Mean loss (nats)" : null, labels: first, values: [1, 1.5, 2, 2.5, 3] },
  };
  return {
    width: 170,
    height: 270,
    title: { text: order, frame: "group", fontSize: 13, fontWeight: "normal", offset: 8 },
    layer: [
      {
        data: { values: loose.map(at) },
        mark: { type: "line", point: false, color: figureColours.axis },
        encoding: { x, y },
      },
      {
        data: { values: own.map(at) },
        mark: { type: "line", point: false, strokeWidth: 1.5 },
        encoding: { x, y, color: series["color"]! },
      },
      {
        data: { values: own.filter(({ revealed }) => revealed! % 16 === 0).map(at) },
        mark: { type: "point", size: 45, filled: true, opacity: 1 },
        encoding: { x, y, ...series },
      },
    ],
  };
}

function errors(rows: readonly Result[]): JsonValue {
  const points = rows.filter(({ part }) => part === "text").map((row) => ({
    corpus: row.corpus,
    order: row.order,
    total: row.total!,
    nats: row.uniform!,
    low: row.uniform! - BAR * row.uniformError!,
    high: row.uniform! + BAR * row.uniformError!,
    left: row.total! - BAR * row.totalError!,
    right: row.total! + BAR * row.totalError!,
  }));
  const x = {
    field: "total",
    type: "quantitative",
    scale: { domain: [0, MOST_TOTAL], nice: false, clamp: true },
    axis: { title: "Total correlation (nats)", values: [0, 20, 40, 60] },
  };
  const y = {
    field: "nats",
    type: "quantitative",
    scale: { domain: [0, SHARE * MOST_TOTAL], nice: false, clamp: true },
    axis: { title: `Path error, T = ${STEPS} (nats)`, values: [0, 1, 2, 3] },
  };
  const series = seriesEncoding("corpus", { values: corpora, by: "shape" });
  return {
    width: 200,
    height: 270,
    layer: [
      {
        data: {
          values: [{ total: 0, nats: 0 }, { total: MOST_TOTAL, nats: SHARE * MOST_TOTAL }],
        },
        mark: { type: "line", point: false, color: figureColours.axis },
        encoding: { x, y },
      },
      {
        data: {
          values: points.map(({ corpus, total, low: nats, high }) => ({
            corpus,
            total,
            nats,
            high,
          })),
        },
        mark: { type: "rule", strokeWidth: 1.2 },
        encoding: { x, y, y2: { field: "high" }, color: series["color"]! },
      },
      {
        data: {
          values: points.map(({ corpus, nats, left: total, right }) => ({
            corpus,
            total,
            nats,
            right,
          })),
        },
        mark: { type: "rule", strokeWidth: 1.2 },
        encoding: { x, y, x2: { field: "right" }, color: series["color"]! },
      },
      ...[true, false].map((filled) => ({
        data: {
          values: points.filter(({ order }) => (order !== orders[1]) === filled)
            .map(({ corpus, order, total, nats }) => ({ corpus, order, total, nats })),
        },
        mark: { type: "point", size: 55, filled, opacity: 1 },
        encoding: { x, y, detail: { field: "order" }, ...series },
      })),
      {
        data: { values: [{ total: 4, nats: 0.1, label: "letters shuffled" }] },
        mark: { type: "text", align: "left", color: figureColours.muted },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}
