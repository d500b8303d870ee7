import { seriesEncoding } from "@unmask/reporting";
import type { ClaimFigure } from "../claim_maker.ts";
import { lawLine } from "../law_line.ts";
import type { Result } from "./result.ts";

/**
 * How nearly laws attain the upper bounds, beside the constants proved for the lower one.
 *
 * @param rows Results of the report
 * @returns The figure
 */
export function tightnessFigure(rows: readonly Result[]): ClaimFigure {
  const length = rows.find(({ kind }) => kind === "upper")!.length;
  const lower = rows.filter(({ kind }) => kind === "lower");
  const lowerSizes = [...new Set(lower.map(({ largest }) => largest))];
  const names: Record<string, string> = {
    "sharp-max": "sharp-max",
    "li-cai-theorem-1": "Theorem 1",
    "dtc-schedule": "known DTC",
    "li-cai-corollary-1": "Corollary 1",
  };
  return {
    title: "How nearly laws attain the bounds",
    caption:
      `Left: the largest ratio of error to bound over every law and every schedule of ${length} ` +
      "tokens with a given largest size. Right: the constant with which the lower half of " +
      "Theorem 2 is proved, for sizes from s/2 to s, against the length.",
    alt: "Left: sharp-max stays at 1; Theorem 1 saws between 0.53 and 1, " +
      "with 1 at powers of two; the others stay below 0.75. Right: the constant is near 0.5 " +
      "at L = s, drops below 1/16 at L = s + 1 and returns to 0.3 at L = 1.5 s.",
    spec: {
      hconcat: [
        {
          width: 340,
          height: 300,
          data: {
            values: rows.filter(({ bound, largest }) => bound in names && largest > 1)
              .map(({ bound, largest, ratio }) => ({ bound: names[bound]!, largest, ratio })),
          },
          mark: { type: "line", point: true },
          encoding: {
            x: {
              field: "largest",
              type: "quantitative",
              axis: { title: "Largest size", values: [2, 4, 6, 8, 10, 12] },
            },
            y: {
              field: "ratio",
              type: "quantitative",
              scale: { domain: [0, 1.05], nice: false },
              axis: { title: "Largest path error / bound", tickCount: 5 },
            },
            ...seriesEncoding("bound", { values: Object.values(names), by: "shape" }),
          },
        },
        {
          width: 260,
          height: 300,
          layer: [
            {
              data: {
                values: rows.filter(({ kind }) => kind === "lower")
                  .map(({ length, largest, ratio }) => ({
                    size: `s = ${largest}`,
                    relative: length / largest,
                    constant: ratio,
                  })),
              },
              mark: { type: "line", point: true },
              encoding: {
                x: {
                  field: "relative",
                  type: "quantitative",
                  scale: { domain: [1, 3] },
                  axis: { title: "Length, L / s", values: [1, 1.5, 2, 2.5, 3] },
                },
                y: {
                  field: "constant",
                  type: "quantitative",
                  axis: { title: "Constant proved", tickCount: 5 },
                },
                ...seriesEncoding("size", {
                  values: lowerSizes.map((size) => `s = ${size}`),
                  ordered: true,
                  by: "shape",
                }),
              },
            },
            ...lawLine("1/16", {
              points: [{ x: 1, y: 1 / 16 }, { x: 3, y: 1 / 16 }],
              labelled: 1,
              align: "right",
              dash: [6, 4],
            }),
          ],
        },
      ],
      resolve: { scale: { color: "independent", shape: "independent" } },
    },
  };
}
