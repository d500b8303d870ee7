import { ok, strictEqual, throws } from "node:assert/strict";
import { curveFromTokenMutualInformation, curveMeasures } from "@unmask/information";
import { assertClose, buildSource } from "@unmask/testing";
import { frontier, frontierCorners } from "./frontier.ts";
import { layeredProgram } from "./layered_program.ts";
import { optimalSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

Deno.test("frontier() falls from the total correlation to 0, and is convex", () => {
  for (const coupling of [-2, 0.3, 2, 6]) {
    const curve = buildSource({ kind: "potts-chain", length: 48, states: 3, coupling })
      .informationCurve();
    const points = frontier(curve);
    strictEqual(points.length, 48);
    assertClose(points[0]!.pathError, curveMeasures(curve).totalCorrelation, { relative: 1e-14 });
    strictEqual(points[47]!.pathError, 0);
    points.forEach(({ steps, pathError }, t) => {
      strictEqual(steps, t + 1);
      if (t === 0) return;
      ok(pathError < points[t - 1]!.pathError);
      if (t === 47) return;
      // The cost of a block is concave Monge, so the optimum is convex in the number of steps.
      const bend = points[t - 1]!.pathError - 2 * pathError + points[t + 1]!.pathError;
      ok(bend >= -1e-14 * points[0]!.pathError);
    });
  }
});

Deno.test("frontier() is the layered program's optimum at every number of steps", () => {
  const curves = [
    curveFromTokenMutualInformation(1, [0, 0, 0.25, 0.25, 0.5, 1]),
    curveFromTokenMutualInformation(1, [0, 0, 0, 0]),
    curveFromTokenMutualInformation(1, [0]),
    ...[-1, 0.01, 2, 9].map((coupling) =>
      buildSource({ kind: "potts-chain", length: 200, states: 5, coupling }).informationCurve()
    ),
  ];
  for (const curve of curves) {
    const program = layeredProgram(curve, { maximumSteps: curve.length });
    const scale = curveMeasures(curve).totalCorrelation;
    const points = frontier(curve);
    strictEqual(points.length, curve.length);
    for (const { steps, pathError: least } of points) {
      assertClose(least, pathError(curve, program.schedule(steps)), {
        absolute: 1e-15 * scale,
        relative: 1e-12,
      });
    }
  }
});

Deno.test("frontier() refuses lengths at which not every number of steps is given", () => {
  const curve = curveFromTokenMutualInformation(1, new Float64Array(4097));
  throws(() => frontier(curve), {
    name: "RangeError",
    message:
      "Cannot give the frontier at every number of steps: the length must be at most 4096, got 4097",
  });
});

Deno.test("frontierCorners() of a straight curve are the steps at which all sizes can be equal or differ by one", () => {
  // Least errors are linear in T while sizes are s and s + 1, so corners have one size: T = ceil(L/s)
  // where s divides L, and the two T about L/s where it does not.
  const length = 60;
  const straight = curveFromTokenMutualInformation(
    length,
    Float64Array.from({ length }, (_, j) => j),
  );
  const { points, complete } = frontierCorners(straight);
  ok(complete);
  const size = (steps: number): number => Math.floor(length / steps);
  const saving = (steps: number): number => {
    // From T to T + 1 steps, by balanced sizes.
    const cost = (count: number): number => {
      const s = size(count);
      const larger = length % count;
      return (count - larger) * s * (s - 1) / 2 + larger * s * (s + 1) / 2;
    };
    return cost(steps) - cost(steps + 1);
  };
  const corners = [1];
  for (let steps = 2; steps < length; steps++) {
    if (saving(steps - 1) > saving(steps)) corners.push(steps);
  }
  corners.push(length);
  strictEqual(points.map(({ steps }) => steps).join(), corners.join());
});

Deno.test("frontierCorners() lie on the frontier, and it on their chords, also where work is short", () => {
  const curve = buildSource({ kind: "potts-chain", length: 300, states: 4, coupling: 2 })
    .informationCurve();
  const all = frontier(curve);
  for (const work of [0, 300 * 7, 300 * 40, Infinity]) {
    const { points, complete } = frontierCorners(curve, { work });
    strictEqual(complete, work === Infinity);
    strictEqual(points[0]!.steps, 1);
    strictEqual(points.at(-1)!.steps, 300);
    ok(points.length <= 2 + work / 300);
    points.forEach(({ steps, pathError }, i) => {
      assertClose(pathError, all[steps - 1]!.pathError, { relative: 1e-12 });
      if (i === 0) return;
      const before = points[i - 1]!;
      for (let between = before.steps; between <= steps; between++) {
        const share = (between - before.steps) / (steps - before.steps);
        const chord = (1 - share) * before.pathError + share * pathError;
        const least = all[between - 1]!.pathError;
        ok(least <= chord * (1 + 1e-12));
        if (complete) assertClose(least, chord, { relative: 1e-12 });
      }
    });
  }
});

Deno.test("frontierCorners() of a long code are the two that its step makes, and tell of their progress", () => {
  const length = 2 ** 16;
  const code = curveFromTokenMutualInformation(
    1,
    Float64Array.from({ length }, (_, j) => j >= 1000 ? 1 : 0),
  );
  let told = 0;
  const { points, complete } = frontierCorners(code, {
    onCorner: (found, share) => {
      told = found;
      ok(share > 0 && share <= 1);
    },
  });
  ok(complete);
  strictEqual(told, 3);
  strictEqual(points.map(({ steps }) => steps).join(), `1,2,${length}`);
  strictEqual(points[1]!.pathError, 0);
  strictEqual(optimalSchedule(code, { steps: 2 }).sizes[0], 1000);
});
