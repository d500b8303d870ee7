import assert from "node:assert/strict";
import fc from "fast-check";
import { type Point, thinPolyline } from "./thin_polyline.ts";

const polyline = (heights: readonly number[]): Point[] => heights.map((y, x) => ({ x, y }));

/** Lowest and highest point of each column, which is what one sees of a line in a column a pixel wide. */
function extents(points: readonly Point[], columns: number, width: number): string[] {
  const seen = new Map<number, Point[]>();
  for (const point of points) {
    const column = Math.min(columns - 1, Math.floor(point.x / (width / columns)));
    seen.set(column, [...seen.get(column) ?? [], point]);
  }
  return [...seen].map(([column, inside]) => {
    const heights = inside.map(({ y }) => y);
    return `${column}: ${Math.min(...heights)} to ${Math.max(...heights)}`;
  });
}

Deno.test("thinPolyline() leaves a short line as it is, but for the middle of level stretches", () => {
  assert.deepEqual(thinPolyline(polyline([3, 1, 2]), { columns: 1 }), polyline([3, 1, 2]));
  assert.deepEqual(
    thinPolyline(polyline([5, 5, 5, 5, 2, 2, 2]), { columns: 9 }).map(({ x }) => x),
    [0, 3, 4, 6],
  );
  assert.deepEqual(thinPolyline(polyline([7]), { columns: 1 }), polyline([7]));
  assert.deepEqual(thinPolyline(polyline(new Array(9).fill(1)), { columns: 3 }).length, 2);
});

Deno.test("thinPolyline() keeps at most four points a column, and what each column shows", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 200, maxLength: 400 }),
      fc.integer({ min: 1, max: 40 }),
      (heights, columns) => {
        const points = polyline(heights);
        const thin = thinPolyline(points, { columns });
        assert.ok(thin.length <= 4 * columns);
        assert.deepEqual(thin[0], points[0]);
        assert.deepEqual(thin.at(-1), points.at(-1));
        assert.ok(thin.every(({ x }, i) => i === 0 || x > thin[i - 1]!.x));
        const width = heights.length - 1;
        // Level stretches lose their middle, which may be all that they have in a column.
        const corners = points.filter(({ y }, i) =>
          i === 0 || i === width || y !== heights[i - 1] || y !== heights[i + 1]
        );
        if (corners.length > 4 * columns) {
          assert.deepEqual(extents(thin, columns, width), extents(corners, columns, width));
        }
      },
    ),
    { seed: 21, numRuns: 200 },
  );
});

Deno.test("thinPolyline() keeps a spike of one point, which every tenth point would miss", () => {
  const heights = Array.from({ length: 10_000 }, (_, x) => x % 2 + (x === 6007 ? 1000 : 0));
  const thin = thinPolyline(polyline(heights), { columns: 100 });
  assert.ok(thin.some(({ x }) => x === 6007));
  assert.ok(!heights.filter((_, x) => x % 10 === 0).some((y) => y > 1));
});
