import { figureColours } from "./figure_colours.ts";
import type { JsonValue, VegaLiteSpec } from "./vega_lite_spec.ts";

const SHAPES = ["circle", "square", "triangle-up", "diamond", "triangle-down"] as const;
const DASHES = [[1, 0], [7, 4], [2, 3], [10, 3, 2, 3], [12, 6]] as const;

/** How the series of a figure are told apart. */
export interface SeriesEncodingOptions {
  /** Values of the field, in the order of the legend; at most 5. */
  readonly values: readonly (string | number)[];
  /** Title of the legend, none by default. */
  readonly title?: string;
  /** Whether the values are levels of one quantity, which get a ramp of colours; false by default. */
  readonly ordered?: boolean;
  /** What beside the colour tells the series apart: `shape` for points, `dash` for lines. */
  readonly by: "shape" | "dash";
}

/**
 * The vega-lite channels that tell series apart by colour and by shape or dash at once, with one legend.
 *
 * Spread it into an `encoding`; a layer of points and a layer of lines can share it.
 *
 * @param field Field of the data that names the series
 * @param options Values, title, order, and what goes with the colour
 * @returns Channels `color` and `shape`, or `color` and `strokeDash`
 * @throws RangeError if there are no values or more than 5: more cannot be told apart, and want panels
 */
export function seriesEncoding(field: string, options: SeriesEncodingOptions): VegaLiteSpec {
  const { values, title, ordered = false, by } = options;
  if (!(values.length >= 1 && values.length <= SHAPES.length)) {
    throw new RangeError(
      `Cannot encode the series: values must be 1 to ${SHAPES.length} long, got ${values.length}`,
    );
  }
  const colours = ordered ? levels(values.length) : figureColours.series;
  const channel = (range: readonly JsonValue[], legend: VegaLiteSpec): VegaLiteSpec => ({
    field,
    type: "nominal",
    title: title ?? null,
    scale: { domain: [...values], range: range.slice(0, values.length) },
    legend,
  });
  // A dash needs room for one period; without the type, points on the lines would turn it into a disc of that size.
  const legend = by === "dash" ? { symbolType: "stroke", symbolSize: 900 } : {};
  return {
    color: channel(colours, legend),
    ...(by === "dash"
      ? { strokeDash: channel(DASHES, legend) }
      : { shape: channel(SHAPES, legend) }),
  };
}

/** Levels spread over the whole ramp: two are its ends. */
function levels(count: number): readonly string[] {
  const { ramp } = figureColours;
  const last = ramp.length - 1;
  return Array.from(
    { length: count },
    (_, i) => ramp[count === 1 ? last : Math.round(i * last / (count - 1))]!,
  );
}
