import { type Point, thinPolyline } from "./thin_polyline.ts";

/** One value of an information curve, as it is drawn. */
export interface CurvePoint {
  /** Revealed tokens, `k`. */
  readonly revealed: number;
  /** Mean entropy of a masked token given them, `f(k)`, in nats. */
  readonly nats: number;
  /** Lower end of an interval for it, where it is an estimate. */
  readonly low?: number;
  /** Upper end. */
  readonly high?: number;
  /** Whether it lies outside what was observed. */
  readonly extrapolated?: boolean;
}

/** Name of what is known of the curve. */
export const CURVE = "information curve";

/** Name of what is not. */
export const EXTRAPOLATED = "extrapolated";

/** Columns of the drawing that lines are thinned to, each about 1.3 pixels wide at the drawn width of 680. */
const COLUMNS = 450;

/**
 * Corners of the staircase that starts each iteration at the height of the curve, `f(N_t)` from `N_t` to `N_{t+1}`.
 *
 * @param curve A point for each number of revealed tokens
 * @param sizes Sizes in order of unmasking that sum to the points of the curve
 * @returns Corners, thinned
 */
export function staircase(
  curve: readonly CurvePoint[],
  sizes: readonly number[],
): readonly Point[] {
  const corners: Point[] = [];
  let revealed = 0;
  for (const size of sizes) {
    const y = curve[revealed]!.nats;
    corners.push({ x: revealed, y });
    revealed += size;
    corners.push({ x: revealed, y });
  }
  return thinned(corners);
}

/**
 * A stretch of the curve, each value held until the next; where there are more values than the drawing can show as steps,
 * the line through them.
 *
 * @param curve Neighbouring points, one at least
 * @param height What is drawn of each
 * @returns Corners, thinned
 */
export function heldValues(
  curve: readonly CurvePoint[],
  height: (point: CurvePoint) => number,
): readonly Point[] {
  const points = curve.map((point): Point => ({ x: point.revealed, y: height(point) }));
  const last = points.at(-1)!;
  const end = { x: last.x + 1, y: last.y };
  if (points.length > 2 * COLUMNS) return [...thinned(points), end];
  return thinned(points.flatMap(({ x, y }) => [{ x, y }, { x: x + 1, y }]));
}

function thinned(points: readonly Point[]): readonly Point[] {
  return thinPolyline(points, { columns: COLUMNS });
}

/**
 * Stretches of the curve that are observed, and that are not.
 *
 * @param curve The points
 * @returns Stretches in order, each with its name
 */
export function stretchesOf(
  curve: readonly CurvePoint[],
): { readonly name: string; readonly part: readonly CurvePoint[] }[] {
  const stretches: { name: string; part: CurvePoint[] }[] = [];
  for (const point of curve) {
    const name = point.extrapolated === true ? EXTRAPOLATED : CURVE;
    if (stretches.at(-1)?.name !== name) stretches.push({ name, part: [] });
    stretches.at(-1)!.part.push(point);
  }
  return stretches;
}

/**
 * Lowest and highest height of a drawing, from 0 unless that would leave half of it empty. Intervals of what is
 * extrapolated do not count: they may be wider than all else is high.
 *
 * @param curve The points
 * @returns Ends of the vertical axis, the first below the second
 */
export function heights(curve: readonly CurvePoint[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const point of curve) {
    low = Math.min(low, point.nats);
    high = Math.max(high, point.nats);
    if (point.extrapolated === true) continue;
    low = Math.min(low, point.low ?? low);
    high = Math.max(high, point.high ?? high);
  }
  if (high <= 0) return [Math.min(0, low), 1];
  // Roundings of a level curve are not worth a magnifying glass.
  const level = high - low <= 1e-9 * high;
  const base = level || low < high / 2 ? Math.min(0, low) : low - 0.06 * (high - low);
  return [base, high + 0.06 * (high - base)];
}
