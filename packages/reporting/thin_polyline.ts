/** A point of a drawing, in the units of its axes. */
export interface Point {
  /** To the right. */
  readonly x: number;
  /** Upwards. */
  readonly y: number;
}

/**
 * A polyline with fewer points that looks the same: of the points in one column of the drawing, the first, the lowest, the
 * highest and the last stay, in their order.
 *
 * A line through them covers the same pixels where a column is at most a pixel wide, however the values jump. A
 * polyline that is short enough stays as it is, but for points in the middle of level stretches, which show nothing.
 * O(points) time.
 *
 * @param points Points with non-decreasing `x`, not all at one `x`
 * @param options `columns` of the drawing, at least 1: at most four times as many points stay
 * @returns The points that stay, the first and the last among them
 * @see Jugel, Jerzak, Hackenbroich and Markl, "M4: a visualization-oriented time series data aggregation", 2014
 */
export function thinPolyline(
  points: readonly Point[],
  { columns }: { columns: number },
): readonly Point[] {
  const corners = points.filter((point, i) =>
    i === 0 || i === points.length - 1 ||
    point.y !== points[i - 1]!.y || point.y !== points[i + 1]!.y
  );
  if (corners.length <= 4 * columns) return corners;
  const from = corners[0]!.x;
  const width = (corners.at(-1)!.x - from) / columns;
  const columnOf = ({ x }: Point): number => Math.min(columns - 1, Math.floor((x - from) / width));
  const kept: Point[] = [];
  let start = 0;
  while (start < corners.length) {
    const column = columnOf(corners[start]!);
    let end = start + 1;
    let lowest = start;
    let highest = start;
    for (; end < corners.length && columnOf(corners[end]!) === column; end++) {
      if (corners[end]!.y < corners[lowest]!.y) lowest = end;
      if (corners[end]!.y > corners[highest]!.y) highest = end;
    }
    const stay = new Set([start, lowest, highest, end - 1].sort((a, b) => a - b));
    for (const i of stay) kept.push(corners[i]!);
    start = end;
  }
  return kept;
}
