import { ok, strictEqual } from "node:assert/strict";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import {
  estimateModelCurve,
  fitModelCurve,
  predictedDifference,
  scoredBy,
} from "@unmask/measurement";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { drawRows } from "@unmask/testing";
import { nestedPaths } from "./nested_paths.ts";
import { pairedCurve } from "./paired_curve.ts";

const LENGTH = 16;
const chain = pottsChain({ length: LENGTH, states: 3, coupling: 2 });
const model = scoredBy(inTurn(exactPredictor(chain)));
const design = {
  sequences: drawRows(chain, { count: 300, seed: 5 }),
  streams: streamFamily({ seed: 6, cell: "paired curve", purpose: "test" }),
};
const curve = pairedCurve(await nestedPaths(model, design));
const truth = chain.informationCurve().conditionalEntropies;

/** Within 4 standard errors at each of 16 counts: for a right estimate it fails in 1 of 1,000. */
function agrees(shift: number): boolean {
  return truth.every((f, k) =>
    // In the first state all tokens are alike, and nothing varies.
    Math.abs(curve.losses[k]! - f - k * shift) <= 4 * curve.standardErrors[k]! + 1e-12
  );
}

Deno.test("pairedCurve() of the exact predictor is the information curve, and no other", () => {
  strictEqual(curve.sequences, 300);
  ok(agrees(0));
  ok(!agrees(0.05));
});

Deno.test("pairedCurve() tells a path error with less than half the variance of unpaired losses", async () => {
  const schedules = { more: [4, 4, 4, 4], less: Array.from(truth, () => 1) };
  const paired = predictedDifference(fitModelCurve(curve), schedules);
  const unpaired = predictedDifference(
    fitModelCurve(await estimateModelCurve(model, design)),
    schedules,
  );
  const exact = 4 * (truth[0]! + truth[4]! + truth[8]! + truth[12]!) -
    truth.reduce((sum, f) => sum + f, 0);
  for (const { mean, standardError } of [paired, unpaired]) {
    ok(Math.abs(mean - exact) <= 4 * standardError);
  }
  ok(paired.standardError ** 2 < unpaired.standardError ** 2 / 2);
});
