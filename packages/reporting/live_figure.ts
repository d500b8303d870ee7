import type { JsonValue } from "./vega_lite_spec.ts";

/** What a page's script needs to draw a figure that answers a pointer. */
export interface LiveFigure {
  /** A vega specification, compiled from vega-lite. */
  readonly vega: { readonly [key: string]: JsonValue };
  /** `svg` up to 5,000 marks, `canvas` above. */
  readonly renderer: "svg" | "canvas";
  /** Whether its width follows the page's; others are drawn at their own size and scaled. */
  readonly fits: boolean;
  /** The series that can be highlighted. */
  readonly series: readonly (string | number)[];
  /** Whether it can be zoomed. */
  readonly zooms: boolean;
}
