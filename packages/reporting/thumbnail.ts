import type { Figure } from "./claim.ts";
import { Markup } from "./markup.ts";
import { renderSvg } from "./render_svg.ts";
import { isObject, type JsonValue, type VegaLiteSpec } from "./vega_lite_spec.ts";

/** Pixels of the drawing; it is shown at two thirds of them, so that its lines stay lines. */
const WIDTH = 240;
const HEIGHT = 150;
const SPACING = 14;

/**
 * A small drawing of a figure without a word in it: no labels, titles or legends, which could not be read.
 *
 * @param figure The figure
 * @param options `idPrefix` of the identifiers inside
 * @returns Markup of an SVG that is hidden from those who hear the page
 * @throws RangeError if the figure does not draw, see `renderSvg`
 */
export async function thumbnail(
  figure: Figure,
  { idPrefix }: { idPrefix: string },
): Promise<Markup> {
  const { spec, alt } = figure;
  const config = isObject(spec["config"]) ? spec["config"] : {};
  const quiet = {
    ...withoutWords(spec, { width: WIDTH, height: HEIGHT }),
    config: { ...config, point: { size: 14, filled: true }, line: { strokeWidth: 1.25 } },
  };
  const svg = await renderSvg(quiet, { alt, idPrefix });
  return new Markup(
    svg.replace(/<text[ >][^]*?<\/text>/g, "").replace(
      / role="img" aria-label="[^"]*"/,
      ' aria-hidden="true"',
    ),
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function withoutWords(view: VegaLiteSpec, size: Size): VegaLiteSpec {
  const { title: _title, width: _width, height: _height, ...kept } = view;
  const quiet: { [key: string]: JsonValue } = { ...kept };
  if (isObject(view["encoding"])) {
    quiet["encoding"] = Object.fromEntries(
      Object.entries(view["encoding"]).map(([channel, d]) => [channel, quietChannel(channel, d)]),
    );
  }
  for (const key of ["hconcat", "vconcat", "concat"]) {
    const parts = view[key];
    if (!Array.isArray(parts)) continue;
    const share = (whole: number): number => whole / parts.length - SPACING;
    const part = key === "vconcat"
      ? { ...size, height: share(size.height) }
      : { ...size, width: share(size.width) };
    return {
      ...quiet,
      spacing: SPACING,
      [key]: parts.map((p) => isObject(p) ? withoutWords(p, part) : p),
    };
  }
  return { ...quietLayers(quiet), ...size };
}

/** The layers of a panel but for those of text, whose words would take the room of the drawing. */
function quietLayers(view: VegaLiteSpec): VegaLiteSpec {
  const { layer } = view;
  if (!Array.isArray(layer)) return view;
  const drawn = layer.filter((part): part is VegaLiteSpec => isObject(part) && !isText(part));
  return {
    ...view,
    layer: drawn.map((part) => {
      const { encoding } = part;
      if (!isObject(encoding)) return quietLayers(part);
      const channels = Object.entries(encoding).map(([c, d]) => [c, quietChannel(c, d)]);
      return quietLayers({ ...part, encoding: Object.fromEntries(channels) });
    }),
  };
}

function isText({ mark }: VegaLiteSpec): boolean {
  return (isObject(mark) ? mark["type"] : mark) === "text";
}

function quietChannel(channel: string, definition: JsonValue): JsonValue {
  if (!isObject(definition)) return definition;
  if (["color", "shape", "strokeDash", "size"].includes(channel) && "field" in definition) {
    return { ...definition, legend: null };
  }
  if (channel !== "x" && channel !== "y") return definition;
  if (!("axis" in definition || "title" in definition)) return definition;
  const axis = isObject(definition["axis"]) ? definition["axis"] : {};
  return {
    ...definition,
    title: null,
    axis: { ...axis, title: null, labels: false, ticks: false, minExtent: 0 },
  };
}
