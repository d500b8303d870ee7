import { drawnChecked } from "./drawn_checked.ts";
import { escapeHtml } from "./escape_html.ts";
import { plainSvg } from "./plain_svg.ts";
import { measureTextByTable } from "./text_width.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

/** How a figure is drawn. */
export interface RenderSvgOptions {
  /** What someone who cannot see the figure needs to know; becomes its `aria-label`. */
  readonly alt: string;
  /** Start of the identifiers inside, `figure-` by default; drawings on one page need different ones. */
  readonly idPrefix?: string;
  /** Colour behind the drawing, none by default. */
  readonly background?: string;
}

/**
 * Draws a vega-lite specification as a still SVG picture in the theme.
 *
 * The bytes depend on the arguments alone: not on the fonts, a canvas, the network or what was drawn before. A warning
 * of vega-lite or vega is an error, for it means a figure that does not show what was asked.
 * About 80 ms for the first figure and 25 ms for the next; O(marks).
 *
 * @param spec A vega-lite specification that holds its data
 * @param options `alt`, and where wanted `idPrefix` and `background`
 * @returns The SVG, for a file or for inlining into HTML
 * @throws RangeError if `alt` is empty, the specification would fetch something, does not compile, or does not draw
 * without a warning
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { renderSvg } from "@unmask/reporting";
 *
 * const svg = await renderSvg({
 *   data: { values: [{ steps: 1, error: 2.5 }, { steps: 2, error: 1 }] },
 *   mark: "line",
 *   encoding: {
 *     x: { field: "steps", type: "quantitative", title: "Steps" },
 *     y: { field: "error", type: "quantitative", title: "Path error (nats)" },
 *   },
 * }, { alt: "The error falls from 2.5 to 1 nats." });
 * assert.match(svg, /^<svg .* role="img" aria-label="The error falls from 2.5 to 1 nats.">/);
 * ```
 */
export async function renderSvg(spec: VegaLiteSpec, options: RenderSvgOptions): Promise<string> {
  const { alt, idPrefix = "figure-", background } = options;
  if (!(alt.trim().length > 0)) {
    throw new RangeError(`Cannot draw the figure: alt must say what it shows, got "${alt}"`);
  }
  measureTextByTable();
  const wanted = background === undefined ? spec : { ...spec, background };
  const svg = (await drawnChecked(wanted)).svg;
  return plainSvg(svg, { rootAttributes: ` role="img" aria-label="${escapeHtml(alt)}"`, idPrefix });
}
