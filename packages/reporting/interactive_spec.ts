import { isObject, type JsonValue, type VegaLiteSpec } from "./vega_lite_spec.ts";
import { tooltipExpression } from "./tooltip_expression.ts";

/** A specification that answers a pointer, and what its page needs to know of it. */
export interface InteractiveSpec {
  /** The specification: the plain one, with parameters. */
  readonly spec: VegaLiteSpec;
  /** The series that can be highlighted, in the order of the legend; none where there is one line or fewer. */
  readonly series: readonly (string | number)[];
  /** Whether it can be zoomed. */
  readonly zooms: boolean;
}

/** How strongly the series that are not highlighted are drawn. */
const FADED = 0.15;

// Marks that vega-lite builds from several: a parameter of theirs would be declared twice.
const COMPOSITE = new Set(["boxplot", "errorbar", "errorband"]);

/** The marks of which only one datum would speak for the whole. */
const DRAWN_THROUGH = new Set(["line", "area", "trail"]);

/**
 * A plain specification with what makes it answer a pointer: tooltips, series to highlight, a zoom.
 *
 * - `highlighted`: a parameter, the series that stays while the others fade, `null` at first;
 * - `narrow`: a parameter, whether the legend gets two columns;
 * - `zoom`: an interval bound to the scales, in one panel with two continuous axes. The wheel zooms with Control or
 *   Command held, so that a page can still be scrolled; a mouse drags; a double click goes back.
 *
 * Lines and areas get unseen points that carry the tooltips: the line itself knows only its first row. Layers whose
 * axes have no title are guides and stay silent. The committed specification stays the plain one. O(size of the
 * specification), its data left out.
 *
 * @param spec A vega-lite specification of a single, layered or concatenated view
 * @returns The specification, its series, and whether it zooms
 */
export function interactiveSpec(spec: VegaLiteSpec): InteractiveSpec {
  const series = seriesOf(spec);
  const zoomed = zoomedUnit(spec);
  const changed = changedView(spec, { series, zoomed, inherited: {} });
  const params: JsonValue[] = [
    { name: "narrow", value: false },
    ...(series === undefined ? [] : [{ name: "highlighted", value: null }]),
    ...asList(changed["params"]),
  ];
  const config = isObject(spec["config"]) ? spec["config"] : {};
  const legend = isObject(config["legend"]) ? config["legend"] : {};
  return {
    spec: {
      ...changed,
      params,
      config: { ...config, legend: { columns: { expr: "narrow ? 2 : 0" }, ...legend } },
    },
    series: series?.values ?? [],
    zooms: zoomed !== undefined,
  };
}

interface Series {
  readonly field: string;
  readonly values: readonly (string | number)[];
}

interface Change {
  readonly series: Series | undefined;
  /** The unit that carries the zoom, and the field of its horizontal axis. */
  readonly zoomed: { readonly unit: VegaLiteSpec; readonly field: string } | undefined;
  /** Channels of the views around. */
  readonly inherited: VegaLiteSpec;
}

function changedView(view: VegaLiteSpec, change: Change): VegaLiteSpec {
  const own = isObject(view["encoding"]) ? view["encoding"] : {};
  const encoding = { ...change.inherited, ...own };
  for (const key of ["layer", "hconcat", "vconcat", "concat"]) {
    const parts = view[key];
    if (!Array.isArray(parts)) continue;
    const inside = { ...change, inherited: encoding };
    return { ...view, [key]: parts.map((p) => isObject(p) ? changedView(p, inside) : p) };
  }
  return "mark" in view ? changedUnit(view, encoding, change) : view;
}

function changedUnit(unit: VegaLiteSpec, all: VegaLiteSpec, change: Change): VegaLiteSpec {
  const { mark, encoding = {}, params, ...around } = unit;
  const type = markType(unit);
  if (COMPOSITE.has(type) || !isObject(encoding)) return unit;
  const { series, zoomed } = change;
  const clip: VegaLiteSpec = zoomed === undefined
    ? {}
    : { clip: { expr: `isArray(zoom[${JSON.stringify(zoomed.field)}])` } };
  const definition = { ...(isObject(mark) ? mark : { type }), ...clip };
  const shown = series !== undefined && fieldOf(all["color"]) === series.field
    ? { ...encoding, opacity: highlightOf(series.field) }
    : encoding;
  const own = zoomed?.unit === unit
    ? { params: [...asList(params), zoomParam] }
    : given({ params });
  const tooltip = tooltipExpression(all);
  if (tooltip === undefined || "tooltip" in encoding) {
    return { ...around, ...own, mark: definition, encoding: shown };
  }
  const facets = ["row", "column", "facet"].some((channel) => channel in encoding);
  if (!DRAWN_THROUGH.has(type) || facets) {
    return {
      ...around,
      ...own,
      mark: facets && DRAWN_THROUGH.has(type)
        ? definition
        : { ...definition, tooltip: { expr: tooltip } },
      encoding: shown,
    };
  }
  const places = Object.fromEntries(
    ["x", "y"].filter((channel) => channel in all).map((channel) => [channel, all[channel]!]),
  );
  const unseen = { type: "point", filled: true, opacity: 0, size: 300, tooltip: { expr: tooltip } };
  return {
    ...around,
    layer: [
      { ...own, mark: definition, encoding: shown },
      { mark: { ...unseen, ...clip }, encoding: places },
    ],
  };
}

// A mouse only, or a finger could not scroll the page past the figure.
const zoomParam: VegaLiteSpec = {
  name: "zoom",
  select: {
    type: "interval",
    zoom: "wheel![event.ctrlKey || event.metaKey]",
    translate:
      "[pointerdown[event.pointerType === 'mouse'], window:pointerup] > window:pointermove!",
  },
  bind: "scales",
};

function highlightOf(field: string): VegaLiteSpec {
  const test = `highlighted === null || datum[${JSON.stringify(field)}] === highlighted`;
  return { condition: { test, value: 1 }, value: FADED };
}

/** The field that colours tell apart, with its values in order; undefined where there are fewer than two. */
function seriesOf(spec: VegaLiteSpec): Series | undefined {
  const values = new Set<string | number>();
  let field: string | undefined;
  for (const unit of unitsOf(spec)) {
    const color = isObject(unit["encoding"]) ? unit["encoding"]["color"] : undefined;
    const own = fieldOf(color);
    if (own === undefined || !isObject(color) || (field !== undefined && own !== field)) continue;
    const scale = color["scale"];
    if (color["type"] === "quantitative" || !isObject(scale) || !Array.isArray(scale["domain"])) {
      continue;
    }
    field = own;
    for (const value of scale["domain"]) {
      if (typeof value === "string" || typeof value === "number") values.add(value);
    }
  }
  return field === undefined || values.size < 2 ? undefined : { field, values: [...values] };
}

/** The first unit with two continuous axes, where the specification is one panel. */
function zoomedUnit(spec: VegaLiteSpec): Change["zoomed"] {
  if (!("mark" in spec || "layer" in spec)) return undefined;
  for (const unit of unitsOf(spec)) {
    const encoding = isObject(unit["encoding"]) ? unit["encoding"] : {};
    const [x, y] = [encoding["x"], encoding["y"]];
    const field = fieldOf(x);
    if (COMPOSITE.has(markType(unit)) || "row" in encoding || "column" in encoding) continue;
    if (field === undefined || !isContinuous(x) || !isContinuous(y)) continue;
    return { unit, field };
  }
  return undefined;
}

function unitsOf(view: VegaLiteSpec): readonly VegaLiteSpec[] {
  for (const key of ["layer", "hconcat", "vconcat", "concat"]) {
    const parts = view[key];
    if (Array.isArray(parts)) return parts.filter(isObject).flatMap(unitsOf);
  }
  return "mark" in view ? [view] : [];
}

function isContinuous(channel: JsonValue | undefined): boolean {
  return isObject(channel) && channel["type"] === "quantitative" &&
    fieldOf(channel) !== undefined &&
    !("aggregate" in channel) && !("bin" in channel);
}

function fieldOf(channel: JsonValue | undefined): string | undefined {
  const field = isObject(channel) ? channel["field"] : undefined;
  return typeof field === "string" ? field : undefined;
}

function markType(unit: VegaLiteSpec): string {
  const mark = unit["mark"];
  return String(isObject(mark) ? mark["type"] : mark);
}

function asList(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function given(values: { readonly [key: string]: JsonValue | undefined }): VegaLiteSpec {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}
