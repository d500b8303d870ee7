import type { FrontierPoint } from "@unmask/convergence";
import { formatNumber } from "@unmask/reporting/plain";
import { logTicks } from "./axis_ticks.ts";
import { axesOf, plotFrame, px } from "./plot_frame.ts";
import { type Shape, shape } from "./shape.ts";

/** What the picture of a frontier shows. */
export interface FrontierPictureOptions {
  /** Width and height in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Corners of the least error, by rising steps. */
  readonly frontier: readonly FrontierPoint[];
  /** The schedule shown. */
  readonly current: FrontierPoint;
}

/** Errors below this share of the greatest are rounding, or too little to draw. */
const DRAWN_SHARE = 1e-6;

/**
 * The least path error against the number of steps, both logarithmic, and the schedule shown as a
 * point. Between corners the least error is linear in the steps, a bend here. Points without error
 * have no place on it and are left out. O(points).
 *
 * @param options Frontier and point
 * @returns Elements in order of drawing; words alone where no schedule makes an error
 */
export function frontierPicture(options: FrontierPictureOptions): readonly Shape[] {
  const { frontier, current, size } = options;
  const frame = plotFrame(size);
  const greatest = Math.max(frontier[0]!.pathError, current.pathError);
  const drawn = between(frontier).filter(({ pathError }) =>
    pathError > 0 && pathError >= DRAWN_SHARE * greatest
  );
  if (!(greatest > 0) || drawn.length === 0) {
    const words = "Nothing to draw: no schedule makes an error.";
    return [shape("text", { class: "title", x: 0, y: frame.top }, words)];
  }
  const steps: [number, number] = [1, Math.max(2, frontier.at(-1)!.steps)];
  const least = Math.min(...drawn.map(({ pathError }) => pathError));
  const errors: [number, number] = [
    10 ** Math.floor(Math.log10(Math.min(least, greatest / 10))),
    10 ** Math.ceil(Math.log10(greatest)),
  ];
  const share = (value: number, [low, high]: readonly [number, number]): number =>
    Math.log(value / low) / Math.log(high / low);
  const x = (value: number): number =>
    frame.left + (frame.right - frame.left) * share(value, steps);
  const y = (value: number): number =>
    frame.bottom - (frame.bottom - frame.top) * share(value, errors);
  const line = drawn.map((point, i) =>
    `${i === 0 ? "M" : "L"}${px(x(point.steps))} ${px(y(point.pathError))}`
  ).join("");
  const inside = current.pathError >= errors[0];
  return [
    ...axesOf(frame, {
      x: logTicks(steps, { base: 2, most: frame.width < 480 ? 5 : 9 }).map((value) => ({
        at: x(value),
        label: formatNumber(value),
      })),
      y: logTicks(errors, { base: 10, most: 6 }).map((value) => ({
        at: y(value),
        label: formatNumber(value),
      })),
      xTitle: "steps T",
      yTitle: "path error, nats",
    }),
    shape("path", { class: "curve", d: line }),
    ...(inside
      ? [
        shape("path", {
          class: "drop",
          d: `M${frame.left} ${px(y(current.pathError))}H${px(x(current.steps))}V${frame.bottom}`,
        }),
        shape("circle", {
          class: "here",
          cx: px(x(current.steps)),
          cy: px(y(current.pathError)),
          r: 6,
        }),
      ]
      : []),
  ];
}

/** Steps of neighbouring points are at most this many times each other, where there are such steps. */
const SPACING = 1.1;

/** The corners, and points on the straight lines between distant ones. */
function between(corners: readonly FrontierPoint[]): FrontierPoint[] {
  return corners.flatMap((corner, i) => {
    const next = corners[i + 1];
    const points = [corner];
    if (next === undefined) return points;
    for (;;) {
      const { steps: last } = points.at(-1)!;
      const steps = Math.max(last + 1, Math.floor(last * SPACING));
      if (steps >= next.steps) return points;
      const share = (steps - corner.steps) / (next.steps - corner.steps);
      points.push({ steps, pathError: (1 - share) * corner.pathError + share * next.pathError });
    }
  });
}
