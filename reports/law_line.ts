import { figureColours, type JsonValue } from "@unmask/reporting";

/**
 * Layers that draw a law beside the data: a thin line with its name at one of its points.
 *
 * The points use the fields `x` and `y` of their own data, on the scales of the layer that states
 * them.
 *
 * @param label Name of the law
 * @param options `points` of the line; `labelled`, the index of the point that carries the name;
 *   `dash`, the pattern of the line, solid by default; `align`, which end of the name is at the
 *   point; `side` of the line that the name is on, above by default
 * @returns Two vega-lite layers
 */
export function lawLine(
  label: string,
  options: {
    points: readonly { readonly x: number; readonly y: number }[];
    labelled: number;
    dash?: readonly number[];
    align?: "left" | "right";
    side?: "above" | "below";
  },
): JsonValue[] {
  const { points, labelled, dash = [1, 0], align = "left", side = "above" } = options;
  const encoding = {
    x: { field: "x", type: "quantitative" },
    y: { field: "y", type: "quantitative" },
  };
  return [
    {
      data: { values: points.map(({ x, y }) => ({ x, y })) },
      mark: {
        type: "line",
        strokeWidth: 1.5,
        strokeDash: [...dash],
        color: figureColours.muted,
      },
      encoding,
    },
    {
      data: { values: [{ ...points[labelled]!, label }] },
      mark: {
        type: "text",
        align,
        baseline: side === "above" ? "bottom" : "top",
        dx: align === "left" ? 8 : -8,
        dy: side === "above" ? -4 : 4,
        color: figureColours.muted,
      },
      encoding: { ...encoding, text: { field: "label" } },
    },
  ];
}
