import { formatNumber } from "@unmask/reporting/plain";
import { linearTicks } from "./axis_ticks.ts";
import type { CutRange } from "./cut_schedule.ts";
import { axesOf, type PlotFrame, plotFrame, px } from "./plot_frame.ts";
import { type Shape, shape } from "./shape.ts";

/** Most cuts that can be dragged; more would be closer together than a finger. */
export const CUT_LIMIT = 256;

/** Cuts up to which each is a stop of the tab key; beyond, they share one. */
export const TAB_LIMIT = 32;

/** Cuts beyond which grips would hide the curve: they show only where a pointer or the focus is. */
const CROWD = 64;

/** What the picture of a curve shows. */
export interface CurvePictureOptions {
  /** Width and height in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** `f(0) .. f(L-1)`, not increasing, in nats. */
  readonly curve: Float64Array;
  /** Standard errors of an estimate: the band is two of them on either side. */
  readonly standardErrors?: Float64Array;
  /** Sizes in order of unmasking. */
  readonly sizes: readonly number[];
  /** The cut that the tab key stops at where they share one stop; `null` draws no handles. */
  readonly cut: number | null;
}

/** A picture, and how revealed tokens are read off it. */
export interface CurvePicture {
  /** Elements, in order of drawing. */
  readonly shapes: readonly Shape[];
  /** Where its axes are. */
  readonly frame: PlotFrame;
}

/**
 * The information curve, the staircase of a schedule over it, and a handle at each cut of the
 * staircase. The area between the two is the path error.
 *
 *     area = sum_t sizes[t] f(N_t) - sum_k f(k)
 *
 * Both are drawn as the steps that they are; where there are more than columns of pixels, one value a
 * column. O(L).
 *
 * @param options Curve, sizes, and the size of the picture
 * @returns The picture
 */
export function curvePicture(options: CurvePictureOptions): CurvePicture {
  const { curve, sizes, standardErrors, cut } = options;
  const frame = plotFrame(options.size);
  const length = curve.length;
  const ends = heights(curve, standardErrors);
  const x = (k: number): number => frame.left + (frame.right - frame.left) * k / length;
  const y = (nats: number): number =>
    frame.bottom - (frame.bottom - frame.top) * (nats - ends[0]) / (ends[1] - ends[0]);
  const columns = columnsOf(length, frame.right - frame.left);
  const path = (height: (k: number) => number): string =>
    columns.slice(0, -1).map((k, i) =>
      `${i === 0 ? "M" : "L"}${px(x(k))} ${px(y(height(k)))}H${px(x(columns[i + 1]!))}`
    ).join("");
  const back = (height: (k: number) => number): string =>
    columns.slice(0, -1).map((k, i) => ({ from: columns[i + 1]!, to: k, at: height(k) }))
      .reverse().map(({ from, to, at }) => `L${px(x(from))} ${px(y(at))}H${px(x(to))}`).join("");
  const starts = startsOf(sizes, length);
  const stair = (k: number): number => curve[starts[k]!]!;
  const value = (k: number): number => curve[k]!;
  const spread = (sign: number) => (k: number): number =>
    Math.min(ends[1], Math.max(ends[0], curve[k]! + sign * 2 * standardErrors![k]!));
  const stairPath = path(stair);
  return {
    frame,
    shapes: [
      ...axesOf(frame, {
        x: linearTicks([0, length], frame.width < 480 ? 4 : 8).map((k) => ({
          at: x(k),
          label: formatNumber(k),
        })),
        y: linearTicks(ends, 5).map((nats) => ({ at: y(nats), label: formatNumber(nats) })),
        xTitle: "tokens revealed",
        yTitle: "nats per masked token",
      }),
      ...(standardErrors === undefined
        ? []
        : [shape("path", { class: "band", d: `${path(spread(1))}${back(spread(-1))}Z` })]),
      shape("path", { class: "area", d: `${stairPath}${back(value)}Z` }),
      shape("path", { class: "curve", d: path(value) }),
      shape("path", { class: "stairs", d: stairPath }),
      ...(cut === null || sizes.length - 1 > CUT_LIMIT
        ? []
        : handles({ curve, sizes, cut, frame, x, y })),
    ],
  };
}

/** Where each stretch of equal height may start: every token, or a column of pixels each. */
function columnsOf(length: number, pixels: number): number[] {
  const count = Math.min(length, Math.max(2, Math.floor(pixels)));
  return Array.from({ length: count + 1 }, (_, i) => Math.round(i * length / count));
}

/** For each `k`, the revealed tokens at the start of the iteration that reveals token `k`. */
function startsOf(sizes: readonly number[], length: number): Int32Array {
  const starts = new Int32Array(length);
  let revealed = 0;
  for (const size of sizes) {
    starts.fill(revealed, revealed, revealed + size);
    revealed += size;
  }
  return starts;
}

/** Ends of the vertical axis: from 0, unless the curve stays in the upper half. */
function heights(curve: Float64Array, errors: Float64Array | undefined): [number, number] {
  const high = curve[0]! + (errors === undefined ? 0 : 2 * errors[0]!);
  const low = curve.at(-1)!;
  if (!(high > 0)) return [0, 1];
  const level = high - low <= 1e-9 * high;
  const base = level || low < high / 2 ? 0 : Math.max(0, low - 0.15 * (high - low));
  return [base, high + 0.05 * (high - base)];
}

function handles(
  { curve, sizes, cut: stop, frame, x, y }: {
    curve: Float64Array;
    sizes: readonly number[];
    cut: number;
    frame: PlotFrame;
    x: (k: number) => number;
    y: (nats: number) => number;
  },
): Shape[] {
  const shared = sizes.length - 1 > TAB_LIMIT;
  const crowded = sizes.length - 1 > CROWD;
  let before = 0;
  return sizes.slice(0, -1).map((size, cut) => {
    const { at, least, most } = rangeAt(sizes, cut, before);
    const start = before;
    before = at;
    const high = y(curve[start]!);
    const low = y(curve[at]!);
    const middle = (high + low) / 2;
    return shape(
      "g",
      {
        class: crowded ? "handle small crowded" : shared ? "handle small" : "handle",
        role: "slider",
        tabindex: !shared || cut === stop ? 0 : -1,
        "data-cut": cut,
        "aria-label": `End of iteration ${cut + 1} of ${sizes.length}`,
        "aria-orientation": "horizontal",
        "aria-valuemin": least,
        "aria-valuemax": most,
        "aria-valuenow": at,
        "aria-valuetext": `${at} tokens revealed; iteration ${cut + 1} reveals ${size}, the next ${
          sizes[cut + 1]
        }`,
      },
      shape("line", {
        class: "reach",
        x1: px(x(at)),
        x2: px(x(at)),
        y1: frame.top,
        y2: frame.bottom,
      }),
      shape("line", { class: "cut", x1: px(x(at)), x2: px(x(at)), y1: px(high), y2: px(low) }),
      shape("circle", { class: "grip", cx: px(x(at)), cy: px(middle), r: shared ? 3 : 6 }),
    );
  });
}

/** `cutRange` where the tokens revealed before the iteration are known: all handles in O(T). */
function rangeAt(
  sizes: readonly number[],
  cut: number,
  before: number,
): CutRange {
  const at = before + sizes[cut]!;
  return { at, least: before + 1, most: at + sizes[cut + 1]! - 1 };
}
