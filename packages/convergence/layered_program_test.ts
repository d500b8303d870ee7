import { strictEqual, throws } from "node:assert/strict";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
} from "@unmask/information";
import { buildSource } from "@unmask/testing";
import { layeredProgram } from "./layered_program.ts";

Deno.test("layeredProgram() solves every number of steps at once as each alone", () => {
  const curve = buildSource({ kind: "potts-chain", length: 40, states: 4, coupling: 2 })
    .informationCurve();
  const program = layeredProgram(curve, { maximumSteps: 40 });
  for (let steps = 1; steps <= 40; steps++) {
    const alone = layeredProgram(curve, { maximumSteps: steps }).schedule(steps);
    strictEqual(program.schedule(steps).join(), alone.join());
  }
});

Deno.test("layeredProgram() refuses a cost above its limit before it takes the memory", () => {
  const curve = curveFromTokenMutualInformation(1, new Float64Array(2 ** 18));
  throws(() => layeredProgram(curve, { maximumSteps: 200 }), {
    name: "RangeError",
    message: "Cannot plan exactly: length times steps must be at most 33554432, got 262144 x 200",
  });
});

Deno.test("layeredProgram() refuses steps beyond those it was asked to plan for", () => {
  const curve = curveFromConditionalEntropies([1, 0.5, 0.25]);
  throws(() => layeredProgram(curve, { maximumSteps: 4 }), {
    name: "RangeError",
    message: "Cannot plan: steps must be at most the length 3, got 4",
  });
  throws(() => layeredProgram(curve, { maximumSteps: NaN }), {
    name: "RangeError",
    message: "Cannot plan: steps must be an integer of at least 1, got NaN",
  });
  const program = layeredProgram(curve, { maximumSteps: 2 });
  strictEqual(program.schedule(2).length, 2);
  throws(() => program.schedule(3), {
    name: "RangeError",
    message: "Cannot plan: steps must be at most the steps planned for 2, got 3",
  });
});
