import { drawnChecked } from "./drawn_checked.ts";
import { interactiveSpec } from "./interactive_spec.ts";
import type { LiveFigure } from "./live_figure.ts";
import { measureTextByTable } from "./text_width.ts";
import { isObject, type JsonValue, type VegaLiteSpec } from "./vega_lite_spec.ts";

/** Above this number of marks a canvas is drawn sooner than elements are made. */
const MOST_ELEMENTS = 5000;

/**
 * Compiles a plain specification to what a page's script draws: a figure with tooltips, series to highlight, and a zoom.
 *
 * Vega-lite and its compiler stay at home; the page gets vega JSON. About 50 ms, for it is drawn once as a check.
 *
 * @param spec A vega-lite specification that holds its data
 * @returns The figure for the script
 * @throws RangeError if it would fetch something, does not compile, or does not draw without a warning
 */
export async function compileLiveFigure(spec: VegaLiteSpec): Promise<LiveFigure> {
  const interactive = interactiveSpec(spec);
  measureTextByTable();
  const { vega, marks } = await drawnChecked(interactive.spec);
  return {
    vega: withOpenLegends(vega as unknown as VegaLiteSpec),
    renderer: marks > MOST_ELEMENTS ? "canvas" : "svg",
    fits: ("mark" in spec || "layer" in spec) && !("width" in spec),
    series: interactive.series,
    zooms: interactive.zooms,
  };
}

/** Legends whose entries can be clicked: left alone, vega lets the pointer pass through them. */
function withOpenLegends(scope: VegaLiteSpec): VegaLiteSpec {
  const changed: { [key: string]: JsonValue } = { ...scope };
  if (Array.isArray(scope["legends"])) {
    changed["legends"] = scope["legends"].map((legend) => isObject(legend) ? open(legend) : legend);
  }
  if (Array.isArray(scope["marks"])) {
    changed["marks"] = scope["marks"].map((mark) => isObject(mark) ? withOpenLegends(mark) : mark);
  }
  return changed;
}

function open(legend: VegaLiteSpec): VegaLiteSpec {
  const encode = isObject(legend["encode"]) ? legend["encode"] : {};
  const parts = ["symbols", "labels"].map((part) => {
    const own = isObject(encode[part]) ? encode[part] : {};
    const update = isObject(own["update"]) ? own["update"] : {};
    const pointed = { ...update, cursor: { value: "pointer" } };
    return [part, { ...own, interactive: true, update: pointed }];
  });
  return { ...legend, encode: { ...encode, ...Object.fromEntries(parts) } };
}
