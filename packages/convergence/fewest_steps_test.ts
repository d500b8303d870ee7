import { ok, strictEqual, throws } from "node:assert/strict";
import { curveFromTokenMutualInformation, curveMeasures } from "@unmask/information";
import { buildSource } from "@unmask/testing";
import { fewestSteps } from "./fewest_steps.ts";
import { frontier } from "./frontier.ts";

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
