import { type Config, mergeConfig } from "vega";
import { figureColours } from "./figure_colours.ts";
import { withLogTicks } from "./log_ticks.ts";
import type { JsonValue, VegaLiteSpec } from "./vega_lite_spec.ts";

const { axis, grid, ink, muted, ramp, series } = figureColours;

// Fonts whose widths the layout is computed with, see text_width.ts; a page may not swap them for wider ones.
const FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif";

/**
 * The vega-lite configuration of every figure.
 *
 * Quiet axes, no frame, legends above the drawing and in reading order, colours from `figureColours`. Text is 13 px at
 * the drawn width of 680 px.
 *
 * @see https://vega.github.io/vega-lite/docs/config.html
 */
export const theme: VegaLiteSpec = {
  background: "transparent",
  font: FONT,
  padding: 6,
  aria: false,
  numberFormat: ".6~g",
  view: { stroke: null },
  axis: {
    domainColor: axis,
    tickColor: axis,
    tickSize: 5,
    gridColor: grid,
    labelColor: muted,
    labelFontSize: 13,
    labelPadding: 5,
    labelLimit: 0,
    titleColor: ink,
    titleFontSize: 13,
    titleFontWeight: "normal",
    titlePadding: 12,
    titleLimit: 0,
  },
  axisX: { grid: false, labelFlush: false },
  axisY: { domain: false, ticks: false },
  axisXDiscrete: { labelAngle: 0 },
  legend: {
    orient: "top",
    direction: "horizontal",
    titleOrient: "left",
    offset: 14,
    columnPadding: 18,
    rowPadding: 6,
    labelColor: ink,
    labelFontSize: 13,
    labelLimit: 0,
    titleColor: ink,
    titleFontSize: 13,
    titleFontWeight: "normal",
    titlePadding: 10,
    titleLimit: 0,
    symbolSize: 90,
    symbolStrokeWidth: 2,
    symbolBaseStrokeColor: muted,
    gradientStrokeColor: "transparent",
  },
  header: {
    labelColor: ink,
    labelFontSize: 13,
    titleColor: ink,
    titleFontSize: 13,
    titleFontWeight: "normal",
  },
  title: {
    color: ink,
    fontSize: 15,
    fontWeight: "bold",
    anchor: "start",
    subtitleColor: muted,
    subtitleFontSize: 13,
    offset: 14,
  },
  mark: { color: series[0]! },
  line: { strokeWidth: 2, strokeJoin: "round" },
  point: { size: 55, filled: true, opacity: 1 },
  circle: { size: 55, opacity: 1 },
  square: { size: 55, opacity: 1 },
  area: { fillOpacity: 0.18, line: false },
  errorband: { band: { opacity: 1 } },
  rule: { color: axis, strokeWidth: 1.5 },
  tick: { color: ink, thickness: 2 },
  text: { color: ink, fontSize: 13 },
  range: {
    category: series,
    ordinal: ramp,
    ramp,
    heatmap: ramp,
    symbol: ["circle", "square", "triangle-up", "diamond", "triangle-down"],
  },
};

/** What a figure of one panel gets besides: its drawn size in pixels, and as many ticks as its labels have room for. */
const SINGLE_SIZE = { width: 680, height: 400, autosize: { type: "fit", contains: "padding" } };
const SINGLE_AXES = {
  axisXQuantitative: { tickCount: { signal: "ceil(width / 80)" } },
  axisYQuantitative: { tickCount: { signal: "ceil(height / 60)" } },
};

/**
 * The specification with the theme written into it, so that it draws the same figure in any vega-lite tool.
 *
 * What the specification says for itself stays. A single or layered view without a width is 680 x 400 px with axes and
 * legends inside; facets and concatenations keep the sizes of their parts. O(size of the specification), its data left
 * out.
 *
 * @param spec A vega-lite specification
 * @returns The specification, with `config` filled in
 */
export function withTheme(spec: VegaLiteSpec): VegaLiteSpec {
  const panel = isOnePanel(spec);
  const base = panel ? mergeConfig(theme as Config, SINGLE_AXES as Config) : theme as Config;
  const config = mergeConfig(base, (spec["config"] ?? {}) as Config);
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    ...(panel && !("width" in spec) ? SINGLE_SIZE : {}),
    ...(panel ? withLogTicks(spec) : spec),
    config: config as { readonly [key: string]: JsonValue },
  };
}

function isOnePanel(spec: VegaLiteSpec): boolean {
  const encoding = (spec["encoding"] ?? {}) as VegaLiteSpec;
  const facets = ["row", "column", "facet"].some((channel) => channel in encoding);
  return ("mark" in spec || "layer" in spec) && !facets;
}
