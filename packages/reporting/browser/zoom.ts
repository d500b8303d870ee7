import type { View } from "vega";

/** A continuous scale of a drawing, as far as a zoom needs it. */
interface ContinuousScale {
  range(): readonly number[];
  invert(place: number): number;
}

/**
 * Widens or narrows the axes about the middle of the drawing, on linear and logarithmic axes alike.
 *
 * @param view A drawing with the parameter `zoom` of `interactiveSpec`
 * @param factor What the span of each axis is multiplied by
 */
export function zoomBy(view: View, factor: number): void {
  for (const { channel, signal } of axesOf(view)) {
    const scale = view.scale(channel) as unknown as ContinuousScale;
    const [from, to] = scale.range();
    const middle = (from! + to!) / 2;
    const half = (to! - from!) / 2 * factor;
    view.signal(signal, [scale.invert(middle - half), scale.invert(middle + half)]);
  }
  void view.runAsync();
}

/** Shows all of the data again. */
export function resetZoom(view: View): void {
  for (const { signal } of axesOf(view)) view.signal(signal, null);
  void view.runAsync();
}

/**
 * Shows in one drawing the part of the axes that another shows.
 *
 * @param view The drawing
 * @param from Another drawing of the same figure
 */
export function takeZoom(view: View, from: View): void {
  for (const { signal } of axesOf(view)) view.signal(signal, from.signal(signal) ?? null);
}

/** The axes of a zoom, and the signals that vega-lite keeps their spans in. */
function axesOf(view: View): { channel: string; signal: string }[] {
  const fields: { field: string; channel: string }[] = view.signal("zoom_tuple_fields");
  return fields.map(({ field, channel }) => ({
    channel,
    signal: `zoom_${field.replace(/\W/g, "_")}`,
  }));
}
