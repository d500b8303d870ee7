import { ok, strictEqual, throws } from "node:assert/strict";
import { curveFromTokenMutualInformation, curveMeasures } from "@unmask/information";
import { assertClose, buildSource } from "@unmask/testing";
import { frontier } from "./frontier.ts";
import { optimalSchedule } from "./optimal_schedule.ts";

Deno.test("frontier() falls from the total correlation to 0, and is convex", () => {
  for (const coupling of [-2, 0.3, 2, 6]) {
    const curve = buildSource({ kind: "potts-chain", length: 48, states: 3, coupling })
      .informationCurve();
    const points = frontier(curve);
    strictEqual(points.length, 48);
    assertClose(points[0]!.pathError, curveMeasures(curve).totalCorrelation, { relative: 1e-14 });
    strictEqual(points[47]!.pathError, 0);
    points.forEach(({ sizes, pathError }, t) => {
      strictEqual(sizes.length, t + 1);
      if (t === 0) return;
      ok(pathError < points[t - 1]!.pathError);
      if (t === 47) return;
      // The cost of a block is concave Monge, so the optimum is convex in the number of steps.
      const bend = points[t - 1]!.pathError - 2 * pathError + points[t + 1]!.pathError;
      ok(bend >= -1e-14 * points[0]!.pathError);
    });
  }
});

Deno.test("frontier() is the optimal schedule of each number of steps", () => {
  const curve = curveFromTokenMutualInformation(1, [0, 0, 0.25, 0.25, 0.5, 1]);
  frontier(curve).forEach(({ pathError }, t) => {
    strictEqual(pathError, optimalSchedule(curve, { steps: t + 1 }).pathError);
  });
});

Deno.test("frontier() refuses a length whose square is above the limit", () => {
  const curve = curveFromTokenMutualInformation(1, new Float64Array(6000));
  throws(() => frontier(curve), /length times steps must be at most 33554432, got 6000 x 6000/);
});
