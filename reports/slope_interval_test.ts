import assert from "node:assert/strict";
import { slopeInterval } from "./slope_interval.ts";

Deno.test("slopeInterval() is a point on an exact line", () => {
  const { slope, low, high } = slopeInterval([[0, 1], [1, 3], [2, 5], [3, 7]]);
  assert.equal(slope, 2);
  assert.equal(low, 2);
  assert.equal(high, 2);
});

Deno.test("slopeInterval() has the half-width of the textbook formula", () => {
  // Points 0, 1, 3: slope 1.5, residuals 1/6, -1/3, 1/6 with squares summing to 1/6, one degree of
  // freedom, spread 2: standard error sqrt(1/12).
  const { slope, low, high } = slopeInterval([[0, 0], [1, 1], [2, 3]]);
  const half = 1.959963984540054 * Math.sqrt(1 / 12);
  assert.ok(Math.abs(slope - 1.5) < 1e-14);
  // The library's probit is good to a few thousandths.
  assert.ok(Math.abs(high - low - 2 * half) < 5e-3);
});

Deno.test("slopeInterval() refuses two points", () => {
  assert.throws(() => slopeInterval([[0, 1], [1, 2]]), {
    name: "RangeError",
    message: "Cannot fit a slope: points must be at least 3, got 2",
  });
});
