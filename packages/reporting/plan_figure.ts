import { figureColours } from "./figure_colours.ts";
import {
  CURVE,
  type CurvePoint,
  EXTRAPOLATED,
  heights,
  heldValues,
  staircase,
  stretchesOf,
} from "./curve_lines.ts";
import { formatNumber } from "./format_number.ts";
import type { Point } from "./thin_polyline.ts";
import type { JsonValue, VegaLiteSpec } from "./vega_lite_spec.ts";
import { wrapText } from "./wrap_text.ts";

/** A schedule, as it is drawn. */
export interface DrawnSchedule {
  /** Name in the legend. */
  readonly name: string;
  /** Sizes in order of unmasking. */
  readonly sizes: readonly number[];
}

/** What a figure of a plan shows. */
export interface PlanFigureOptions {
  /** The curve: a point for each number of revealed tokens from 0 to `L - 1`, in order. */
  readonly curve: readonly CurvePoint[];
  /** The plan, then up to two schedules to compare it with. */
  readonly schedules: readonly DrawnSchedule[];
  /** A few words on one line: what the plan is and costs. */
  readonly title: string;
  /** What it is a plan for, and what else the reader needs to know. */
  readonly caption: string;
  /** What the heights are, with the unit; the entropy of a masked token by default. */
  readonly heightTitle?: string;
}

/** What heights are of an exact curve. */
const ENTROPY = "Entropy of a masked token, f(k) (nats)";

/** Characters of a line of the caption that fit 680 pixels in a wide font. */
const CAPTION_COLUMNS = 102;

/**
 * A figure of a plan: the information curve, the plan's staircase over it, and the area between them.
 *
 *     area = sum_t sizes[t] f(N_t) - sum_k f(k) = EKL(sizes)
 *
 * The curve is drawn as the steps that it is, `f(k)` from `k` to `k + 1`, so the area is the path error to the pixel, and
 * none for a schedule of ones. Other schedules are dashed. An interval about the curve is a band, and what is extrapolated
 * is dotted. Long curves are thinned to what the drawing can show. O(L) time and memory.
 *
 * @param options Curve, schedules and words
 * @returns The vega-lite specification, and what it shows in words
 * @throws RangeError if a point is missing, a value is not finite, or a schedule does not sum to the points of the curve
 */
export function planFigure(options: PlanFigureOptions): { spec: VegaLiteSpec; alt: string } {
  const { curve, schedules, title, caption, heightTitle = ENTROPY } = options;
  checkCurve(curve);
  checkSchedules(schedules, curve.length);
  const stairs = schedules.map(({ name, sizes }) => ({ name, points: staircase(curve, sizes) }));
  const [plan, ...others] = stairs as [Stairs, ...Stairs[]];
  const stretches = stretchesOf(curve);
  const [base, top] = heights(curve);
  const names = new Set([
    CURVE,
    ...stretches.map(({ name }) => name),
    ...stairs.map(({ name }) => name),
  ]);
  const line = (strokeWidth: number, rows: readonly VegaLiteSpec[]): VegaLiteSpec => ({
    data: { values: rows },
    mark: { type: "line", strokeJoin: "miter", strokeWidth },
    encoding: {
      ...axesOf(curve.length, { domain: [base, top], heightTitle }),
      detail: { field: "run" },
      ...lineStyles([...names], plan.name),
    },
  });
  const spec: VegaLiteSpec = {
    width: 680,
    height: 460,
    autosize: { type: "fit", contains: "padding" },
    title: { text: title, subtitle: [...wrapText(caption, CAPTION_COLUMNS)], subtitlePadding: 6 },
    layer: [
      ...band(curve, [base, top]),
      region([...plan.points, ...heldValues(curve, ({ nats }) => nats).toReversed()], {
        color: figureColours.series[0]!,
        opacity: 0.22,
      }),
      // The widest line at the bottom, so that all are seen where they run together.
      line(3.5, rowsOf(plan.name, plan.points)),
      ...others.map(({ name, points }) => line(1.5, rowsOf(name, points))),
      line(
        1.5,
        stretches.flatMap(({ name, part }, run) =>
          rowsOf(name, heldValues(part, ({ nats }) => nats), run)
        ),
      ),
    ],
  };
  const [first, last] = [curve[0]!.nats, curve.at(-1)!.nats];
  return {
    spec,
    alt: `${title}. The information curve goes from ${formatNumber(first)} to ${
      formatNumber(last)
    } nats. Over it stand the stairs of the plan, ${
      formatNumber(schedules[0]!.sizes.length)
    } of them; the area between is its path error.`,
  };
}

interface Stairs {
  readonly name: string;
  readonly points: readonly Point[];
}

/**
 * The band between the ends of the intervals, where there are any, as far as the axis goes; edged, so that it is
 * seen where it is narrower than a line.
 */
function band(
  curve: readonly CurvePoint[],
  [base, top]: readonly [number, number],
): VegaLiteSpec[] {
  if (curve.every(({ low, high }) => low === undefined && high === undefined)) return [];
  const cut = (height: number): number => Math.max(base, Math.min(top, height));
  const low = heldValues(curve, (point) => cut(point.low ?? point.nats));
  const high = heldValues(curve, (point) => cut(point.high ?? point.nats));
  const color = figureColours.muted;
  return [
    region([...high, ...low.toReversed()], { color, opacity: 0.25 }),
    ...[low, high].map((edge): VegaLiteSpec => ({
      data: { values: edge.map(({ x, y }, order) => ({ order, x, y })) },
      mark: { type: "line", color, strokeWidth: 0.75, strokeJoin: "miter" },
      encoding: onTheAxes,
    })),
  ];
}

/** The axes, labelled; every layer states them alike. */
function axesOf(
  length: number,
  { domain, heightTitle }: { domain: readonly [number, number]; heightTitle: string },
): VegaLiteSpec {
  return {
    x: {
      field: "x",
      type: "quantitative",
      scale: { domain: [0, length], nice: false },
      // Six labels of a million tokens fit side by side, nine of a thousand.
      axis: {
        title: "Tokens revealed, k",
        tickCount: length < 20_000 ? 9 : 6,
        tickMinStep: 1,
        format: ",d",
      },
    },
    y: {
      field: "y",
      type: "quantitative",
      scale: { domain: [...domain], zero: false },
      axis: { title: heightTitle },
    },
    order: { field: "order", type: "quantitative" },
  };
}

function rowsOf(line: string, points: readonly Point[], run = 0): VegaLiteSpec[] {
  return points.map(({ x, y }, order) => ({ line, run, order, x, y }));
}

/** A filled region without an outline. */
function region(
  outline: readonly Point[],
  { color, opacity }: { color: string; opacity: number },
): VegaLiteSpec {
  return {
    data: { values: outline.map(({ x, y }, order) => ({ order, x, y })) },
    mark: { type: "line", filled: true, color, fillOpacity: opacity, strokeWidth: 0 },
    encoding: onTheAxes,
  };
}

/** Points in their order, on axes that another layer states. */
const onTheAxes: VegaLiteSpec = {
  x: { field: "x", type: "quantitative" },
  y: { field: "y", type: "quantitative" },
  order: { field: "order", type: "quantitative" },
};

/** Colour and dash of each line, with one legend. */
function lineStyles(names: readonly string[], plan: string): VegaLiteSpec {
  const { muted, ink, series } = figureColours;
  const others = [
    { color: muted, dash: [6, 4] },
    { color: series[1]!, dash: [2, 3] },
  ];
  const styles = names.map((name) => {
    if (name === CURVE) return { color: ink, dash: [1, 0] };
    if (name === EXTRAPOLATED) return { color: ink, dash: [2, 3] };
    if (name === plan) return { color: series[0]!, dash: [1, 0] };
    return others.shift()!;
  });
  const legend = { symbolType: "stroke", symbolSize: 900, columnPadding: 30 };
  const channel = (range: readonly JsonValue[]): VegaLiteSpec => ({
    field: "line",
    type: "nominal",
    title: null,
    scale: { domain: [...names], range },
    legend,
  });
  return {
    color: channel(styles.map(({ color }) => color)),
    strokeDash: channel(styles.map(({ dash }) => dash)),
  };
}

function checkCurve(curve: readonly CurvePoint[]): void {
  if (!(curve.length >= 1)) refuse("the curve must have at least one point", "none");
  for (const [k, { revealed, nats, low = nats, high = nats }] of curve.entries()) {
    if (!(revealed === k)) {
      refuse(`the points must count revealed tokens from 0, ${k} here`, revealed);
    }
    if (!(Number.isFinite(nats) && Number.isFinite(low) && Number.isFinite(high))) {
      refuse(`values at ${k} must be finite`, [nats, low, high].join(" "));
    }
  }
}

function checkSchedules(schedules: readonly DrawnSchedule[], length: number): void {
  if (!(schedules.length >= 1 && schedules.length <= 3)) {
    refuse("there must be one to three schedules", schedules.length);
  }
  for (const { name, sizes } of schedules) {
    const sum = sizes.reduce((total, size) => total + size, 0);
    if (!(sizes.every((size) => size >= 1) && sum === length)) {
      refuse(`sizes of ${name} must be at least 1 and sum to ${length}`, sum);
    }
  }
}

function refuse(rule: string, got: string | number): never {
  throw new RangeError(`Cannot draw the plan: ${rule}, got ${got}`);
}
