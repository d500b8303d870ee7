import { deepStrictEqual, ok, throws } from "node:assert/strict";
import { optimalSchedule, pathError } from "@unmask/convergence";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import type { InformationCurve } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { type MaskSizes, uniform } from "@unmask/schedules";
import { drawRows } from "@unmask/testing";
import { estimateModelCurve } from "./estimate_model_curve.ts";
import { fitModelCurve, type ModelCurveFit } from "./fit_model_curve.ts";
import { curveOfSequences } from "./model_curve.ts";
import { planOnModelCurve } from "./plan_on_model_curve.ts";
import { predictNll } from "./predict_nll.ts";

const chain = pottsChain({ length: 16, states: 4, coupling: 3 });
const truth = chain.informationCurve();
const entropy = truth.conditionalEntropies.reduce((sum, f) => sum + f, 0);
const planner = (curve: InformationCurve): MaskSizes => optimalSchedule(curve, { steps: 4 }).sizes;

async function fits(count: number, each: number): Promise<ModelCurveFit[]> {
  const curve = await estimateModelCurve(scoredChain, {
    sequences: drawRows(chain, { count: count * each, seed: 8 }),
    streams: streamFamily({ seed: 8, cell: "plans", purpose: "orders" }),
  });
  return Array.from({ length: count }, (_, i) =>
    fitModelCurve(
      curveOfSequences(curve, Int32Array.from({ length: each }, (_, n) => i * each + n)),
    ));
}

const { scoredBy } = await import("./scored_by.ts");
const scoredChain = scoredBy(inTurn(exactPredictor(chain)));

Deno.test("a plan on a model's curve costs little more than the plan on the law's, and less than uniform", async () => {
  const least = optimalSchedule(truth, { steps: 4 }).pathError;
  const even = pathError(truth, uniform.sizes({ length: 16, steps: 4 }));
  for (const fit of await fits(3, 200)) {
    const { sizes } = planOnModelCurve(fit, planner, {
      streams: streamFamily({ seed: 1, cell: "plans", purpose: "splits" }),
    });
    const cost = pathError(truth, sizes);
    ok(cost < 1.1 * least && cost < even);
  }
});

Deno.test("the price of a plan is corrected for being chosen: right on average, where the raw one is too low", async () => {
  const count = 24;
  let corrected = 0;
  let raw = 0;
  for (const [i, fit] of (await fits(count, 20)).entries()) {
    const { sizes, predicted, optimism } = planOnModelCurve(fit, planner, {
      streams: streamFamily({ seed: i, cell: "plans", purpose: "splits" }),
      splits: 4,
    });
    const nll = entropy + pathError(truth, sizes);
    // Against uniform sizes, whose error is that of the sequences drawn and not of choosing.
    const even = uniform.sizes({ length: 16, steps: 4 });
    const drawn = predictNll(fit, even).mean - entropy - pathError(truth, even);
    corrected += (predicted.mean - nll - drawn) / count;
    raw += (predicted.mean - optimism - nll - drawn) / count;
    ok(predicted.standardError >= predictNll(fit, sizes).standardError);
  }
  ok(raw < -0.1, `${raw}`);
  ok(Math.abs(corrected) < 0.4 * Math.abs(raw), `${corrected} ${raw}`);
});

Deno.test("plans are the same for the same streams, and need four sequences", async () => {
  const [fit] = await fits(1, 40);
  const streams = streamFamily({ seed: 1, cell: "plans", purpose: "splits" });
  const plan = planOnModelCurve(fit!, planner, { streams });
  deepStrictEqual(planOnModelCurve(fit!, planner, { streams }), plan);
  const few = fitModelCurve(curveOfSequences(fit!.curve, Int32Array.of(0, 1, 2)));
  throws(() => planOnModelCurve(few, planner, { streams }), /must be at least 4, got 3/);
});
