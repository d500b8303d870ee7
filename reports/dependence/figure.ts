import { figureColours, type JsonValue, seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { APART, corpora, FEW, LENGTH, orders, type Result, shareOf } from "./result.ts";

/** Standard errors either side. */
const BAR = 2;

/** Ends of the axes of the right panel, nats. */
const NATS = [0, 3.2] as const;

/** Ends of the axes of losses, nats. */
const LOSSES = [0.9, 3.2] as const;

/**
 * The curves of texts and of letters of them, and what balanced sizes cost against what they fall by.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function dependenceFigure(rows: readonly Result[]): ClaimFigure {
  return {
    title: "Curves of texts and of some of their letters, and what balanced sizes cost on them",
    caption:
      `Trained models on held-out text. Left: mean loss of a masked letter against the letters revealed, of L = ${LENGTH}; ` +
      `grey: ${corpora[0]} with its letters in random order. Middle: ${FEW} letters of ${
        corpora[0]
      }, ${
        APART.join(", ")
      } apart on average, nothing else ever revealed. Right: path error of balanced sizes in L/4 steps, beyond one letter at a ` +
      "time, against what a straight curve of the same total correlation has, which is the line; all letters, letters apart, and hollow " +
      "where the words are shuffled; bars of two standard errors.",
    alt:
      "Left: nearly straight curves fall from 2.85 nats to 1.1 to 1.5; the grey line is flat. Middle: the farther apart the letters, " +
      "the less their curve falls. Right: the errors lie along the line, from about 0.1 to 2.6 nats.",
    spec: { hconcat: [texts(rows), lettersApart(rows), errors(rows)] },
  };
}

function texts(rows: readonly Result[]): JsonValue {
  const curve = (order: string, some: readonly string[]) =>
    rows.filter((row) =>
      row.part === "curve" && row.length === LENGTH && row.order === order &&
      some.includes(row.corpus)
    );
  const series = seriesEncoding("corpus", { values: corpora, by: "shape" });
  const own = curve(orders[0], corpora).map(at);
  const { x, y } = axes({ length: LENGTH, first: true });
  return {
    ...panel("as written"),
    layer: [
      {
        data: { values: curve(orders[2], corpora.slice(0, 1)).map(at) },
        mark: { type: "line", point: false, color: figureColours.axis },
        encoding: { x, y },
      },
      {
        data: { values: own },
        mark: { type: "line", point: false, strokeWidth: 1.5 },
        encoding: { x, y, color: series["color"]! },
      },
      {
        data: { values: own.filter(({ revealed }) => revealed % 16 === 0) },
        mark: { type: "point", size: 45, filled: true, opacity: 1 },
        encoding: { x, y, ...series },
      },
    ],
  };
}

function lettersApart(rows: readonly Result[]): JsonValue {
  const own = rows.filter(({ part, length, corpus }) =>
    part === "curve" && length === FEW && corpus === corpora[0]
  );
  const { x, y } = axes({ length: FEW, first: false });
  const ends = own.filter(({ revealed }) => revealed === FEW / 2);
  return {
    ...panel("letters apart"),
    layer: [
      {
        data: { values: own.map((row) => ({ ...at(row), apart: row.apart })) },
        mark: { type: "line", point: false, color: figureColours.series[0]!, strokeWidth: 1.5 },
        encoding: { x, y, detail: { field: "apart" } },
      },
      {
        data: {
          values: ends.map((row) => ({ ...at(row), label: `${row.apart} apart` })),
        },
        mark: {
          type: "text",
          align: "left",
          dx: 2,
          dy: -9,
          color: figureColours.ink,
        },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}

function errors(rows: readonly Result[]): JsonValue {
  const points = rows.filter(({ part, order }) => part === "text" && order !== orders[2])
    .map((row) => ({
      corpus: row.corpus,
      text: row.length === LENGTH ? row.order : `${row.length} letters, ${row.apart} apart`,
      straight: Math.max(NATS[0], shareOf(row.length) * row.total!),
      nats: Math.max(NATS[0], row.uniform!),
      low: Math.max(NATS[0], row.uniform! - BAR * row.uniformError!),
      high: row.uniform! + BAR * row.uniformError!,
    }));
  const channel = (field: string, title: string): JsonValue => ({
    field,
    type: "quantitative",
    scale: { domain: [...NATS], nice: false, clamp: true },
    axis: { title, values: [0, 1, 2, 3] },
  });
  const x = channel("straight", "Of a straight curve (nats)");
  const y = channel("nats", "Path error, T = L/4 (nats)");
  const series = seriesEncoding("corpus", { values: corpora, by: "shape" });
  return {
    width: 210,
    height: 270,
    layer: [
      {
        data: { values: NATS.map((nats) => ({ straight: nats, nats })) },
        mark: { type: "line", point: false, color: figureColours.axis },
        encoding: { x, y },
      },
      {
        data: {
          values: points.map(({ corpus, straight, low: nats, high }) => ({
            corpus,
            straight,
            nats,
            high,
          })),
        },
        mark: { type: "rule", strokeWidth: 1.2 },
        encoding: { x, y, y2: { field: "high" }, color: series["color"]! },
      },
      ...[true, false].map((filled) => ({
        data: {
          values: points.filter(({ text }) => (text !== orders[1]) === filled)
            .map(({ corpus, text, straight, nats }) => ({ corpus, text, straight, nats })),
        },
        mark: { type: "point", size: 50, filled, opacity: 1 },
        encoding: { x, y, detail: { field: "text" }, ...series },
      })),
    ],
  };
}

function at({ corpus, revealed, loss }: Result): {
  corpus: string;
  revealed: number;
  loss: number;
} {
  return { corpus, revealed: revealed!, loss };
}

function panel(title: string): { readonly [key: string]: JsonValue } {
  return {
    width: 165,
    height: 270,
    title: { text: title, frame: "group", fontSize: 13, fontWeight: "normal", offset: 8 },
  };
}

function axes({ length, first }: { length: number; first: boolean }): {
  x: JsonValue;
  y: JsonValue;
} {
  return {
    x: {
      field: "revealed",
      type: "quantitative",
      scale: { domain: [0, length], nice: false },
      axis: { title: "Letters revealed", values: [0, 1, 2, 3, 4].map((i) => i * length / 4) },
    },
    y: {
      field: "loss",
      type: "quantitative",
      title: "Mean loss (nats)",
      scale: { domain: [...LOSSES], nice: false },
      axis: {
        title: first ? "Mean loss (nats)" : null,
        labels: first,
        values: [1, 1.5, 2, 2.5, 3],
      },
    },
  };
}
