import { type Shape, shape } from "./shape.ts";

/** Where a picture has its axes, in pixels. */
export interface PlotFrame {
  /** Width of the whole picture. */
  readonly width: number;
  /** Height of it. */
  readonly height: number;
  /** Left end of the horizontal axis. */
  readonly left: number;
  /** Right end of it. */
  readonly right: number;
  /** Upper end of the vertical axis. */
  readonly top: number;
  /** Lower end of it. */
  readonly bottom: number;
}

/** A tick: where it is, and what it says. */
export interface Tick {
  /** Pixels from the left, or from the top. */
  readonly at: number;
  /** Its label. */
  readonly label: string;
}

/**
 * The frame of a picture of that size, with room for ticks and titles.
 *
 * @param size `width` and `height` in pixels
 * @returns The frame
 */
export function plotFrame({ width, height }: { width: number; height: number }): PlotFrame {
  return { width, height, left: 58, right: width - 14, top: 34, bottom: height - 46 };
}

/**
 * Grid lines, tick labels and the titles of both axes.
 *
 * @param frame The frame
 * @param axes Ticks and titles
 * @returns Elements, to be drawn first
 */
export function axesOf(
  frame: PlotFrame,
  axes: { x: readonly Tick[]; y: readonly Tick[]; xTitle: string; yTitle: string },
): Shape[] {
  const { left, right, top, bottom } = frame;
  return [
    ...axes.y.flatMap(({ at, label }) => [
      shape("line", { class: "grid", x1: left, x2: right, y1: px(at), y2: px(at) }),
      shape("text", { class: "tick end", x: left - 8, y: px(at + 4) }, label),
    ]),
    shape("line", { class: "axis", x1: left, x2: right, y1: bottom, y2: bottom }),
    ...axes.x.flatMap(({ at, label }) => [
      shape("line", { class: "axis", x1: px(at), x2: px(at), y1: bottom, y2: bottom + 5 }),
      shape("text", { class: "tick middle", x: px(at), y: bottom + 19 }, label),
    ]),
    shape("text", { class: "title", x: 0, y: top - 20 }, axes.yTitle),
    shape("text", { class: "title end", x: right, y: bottom + 39 }, axes.xTitle),
  ];
}

/**
 * A coordinate, rounded to what a screen shows.
 *
 * @param value Pixels
 * @returns Pixels to two decimals
 */
export function px(value: number): number {
  return Math.round(100 * value) / 100;
}
