import { ok, strictEqual, throws } from "node:assert/strict";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  curveMeasures,
} from "@unmask/information";
import { buildSource } from "@unmask/testing";
import { fewestSteps } from "./fewest_steps.ts";
import { frontier } from "./frontier.ts";
import { optimalSchedule } from "./optimal_schedule.ts";

Deno.test("fewestSteps() is within the budget, and one step fewer is not, for every budget", () => {
  const curve = buildSource({ kind: "potts-chain", length: 30, states: 4, coupling: 1.5 })
    .informationCurve();
  const points = frontier(curve);
  const { totalCorrelation } = curveMeasures(curve);
  let steps = 0;
  for (let share = 0; share <= 110; share++) {
    const error = totalCorrelation * share / 100;
    const plan = fewestSteps(curve, { error });
    ok(plan.pathError <= error);
    const fewer = points[plan.sizes.length - 2];
    if (fewer) ok(fewer.pathError > error);
    steps += plan.sizes.length;
  }
  ok(steps > 111, "budgets must ask for more than one step");
});

Deno.test("fewestSteps() takes every step for no error, and one for the total correlation", () => {
  const curve = buildSource({ kind: "potts-chain", length: 12, states: 2, coupling: 1 })
    .informationCurve();
  strictEqual(fewestSteps(curve, { error: 0 }).sizes.length, 12);
  const [oneShot] = frontier(curve);
  strictEqual(fewestSteps(curve, { error: oneShot!.pathError }).sizes.length, 1);
  strictEqual(fewestSteps(curve, { error: Infinity }).sizes.length, 1);
});

Deno.test("fewestSteps() needs no step more than a plateau asks for", () => {
  const code = curveFromTokenMutualInformation(1, [0, 0, 0, 1, 1, 1, 1]);
  strictEqual(fewestSteps(code, { error: 0 }).sizes.join(), "3,4");
  const independent = curveFromTokenMutualInformation(1, [0, 0, 0, 0]);
  strictEqual(fewestSteps(independent, { error: 0 }).sizes.join(), "4");
});

Deno.test("fewestSteps() refuses budgets that are none", () => {
  const curve = curveFromTokenMutualInformation(1, [0, 1]);
  for (const error of [-1e-9, NaN, -Infinity]) {
    throws(() => fewestSteps(curve, { error }), {
      name: "RangeError",
      message: `Cannot plan: the error must be at least 0 nats, got ${error}`,
    });
  }
});

Deno.test("fewestSteps() sees a plateau that enumeration has left flat to the last bits only", () => {
  // Parity of 6 bits as a table: five at once and then one have error 0, one shot has ln 2.
  const weights = Array.from(
    { length: 64 },
    (_, cell) => cell.toString(2).replaceAll("0", "").length % 2 === 0 ? 1 : 0,
  );
  const law = buildSource({ kind: "table", length: 6, states: 2, weights });
  strictEqual(fewestSteps(law.informationCurve(), { error: 0 }).sizes.length, 2);
});

Deno.test("fewestSteps() takes one step for a table of 2^14 cells whose tokens are independent", () => {
  const weights = new Array<number>(2 ** 14).fill(1);
  const law = buildSource({ kind: "table", length: 14, states: 2, weights });
  strictEqual(fewestSteps(law.informationCurve(), { error: 0 }).sizes.length, 1);
});

Deno.test("fewestSteps() of a million tokens is within the budget, and the frontier one step below is not", () => {
  const curve = buildSource({ kind: "potts-chain", length: 2 ** 20, states: 8, coupling: 2 })
    .informationCurve();
  for (const error of [1000, 1]) {
    const plan = fewestSteps(curve, { error });
    ok(plan.pathError <= error);
    const steps = plan.sizes.length - 1;
    ok(optimalSchedule(curve, { steps }).pathError > error);
  }
});

Deno.test("fewestSteps() ends on budgets that are met exactly, on chords and at corners", () => {
  const straight = curveFromTokenMutualInformation(
    60,
    Float64Array.from({ length: 60 }, (_, j) => j),
  );
  frontier(straight).forEach(({ steps, pathError }) => {
    strictEqual(fewestSteps(straight, { error: pathError }).sizes.length, steps);
    // Whole numbers of rises: just below, one step more is needed.
    if (steps < 60) {
      strictEqual(fewestSteps(straight, { error: pathError - 0.5 }).sizes.length, steps + 1);
    }
  });
});

Deno.test("fewestSteps() keeps budgets far below the entropy, where the curve is known so far", () => {
  // TC is 3.8e-14 nats, under a last bit of the entropy of 5,678 nats.
  const faint = buildSource({ kind: "potts-chain", length: 4096, states: 4, coupling: 1e-8 })
    .informationCurve();
  strictEqual(fewestSteps(faint, { error: 0 }).sizes.length, 4096);
  for (const error of [1e-14, 1e-15, 1e-18]) {
    const plan = fewestSteps(faint, { error });
    ok(plan.pathError <= error * (1 + 1e-14), `${plan.pathError}`);
    ok(optimalSchedule(faint, { steps: plan.sizes.length - 1 }).pathError > error);
  }
  // Copies but for 1e-9: what is left to tell is at the other end of the curve's digits.
  const strong = buildSource({ kind: "potts-chain", length: 256, states: 2, coupling: 40 })
    .informationCurve();
  ok(fewestSteps(strong, { error: 1e-13 }).pathError <= 1e-13);
});

Deno.test("fewestSteps() of a curve whose sums overflow still keeps its budget", () => {
  const curve = curveFromConditionalEntropies([1e308, 1e308, 1e308, 1e307]);
  const plan = fewestSteps(curve, { error: 0 });
  strictEqual(plan.sizes.join(), "3,1");
  strictEqual(plan.pathError, 0);
});
