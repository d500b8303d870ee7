import { deepStrictEqual, ok, rejects } from "node:assert/strict";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { drawRows } from "@unmask/testing";
import { type MeasurementPhase, measureModel } from "./measure_model.ts";
import { predictNll } from "./predict_nll.ts";
import { revealPattern } from "./reveal_pattern.ts";
import { scoredBy } from "./scored_by.ts";
import type { ScoredModel } from "./scored_model.ts";

const chain = pottsChain({ length: 16, states: 4, coupling: 3 });
const exact = scoredBy(inTurn(exactPredictor(chain)));
const rows = drawRows(chain, { count: 240, seed: 11 });
const sequences = { curve: rows.slice(0, 120), validation: rows.slice(120) };

Deno.test("what a curve predicts holds on other sequences, for the plan and the families", async () => {
  const phases: MeasurementPhase[] = [];
  const { schedules, plan, fit, gain } = await measureModel(exact, {
    sequences,
    budget: { steps: 4 },
    seed: 0,
    onProgress: (phase) => phases.push(phase),
  });
  deepStrictEqual(
    schedules.map(({ schedule }) => schedule),
    ["plan", "uniform", "cosine", "one-at-a-time"],
  );
  deepStrictEqual(schedules[0]!.sizes, plan.sizes);
  // Each beyond 3.5 in 1 of 2,000.
  for (const { z } of schedules.slice(0, 3)) ok(Math.abs(z!) < 3.5);
  ok(schedules[3]!.z === undefined && schedules[3]!.measured === undefined);
  ok(fit.curve.length === 16 && gain.over === "uniform");
  const last = phases.filter(({ phase }) => phase === "curve").at(-1)!;
  deepStrictEqual(last, { phase: "curve", done: 120 * 16, states: 120 * 16 });
  deepStrictEqual(phases.at(-1), { phase: "validation", done: 120 * 12, states: 120 * 12 });
});

Deno.test("a model that does better where its curve is measured is found out by the other sequences", async () => {
  for (const [sure, foundOut] of [[120 * 16, true], [Infinity, false]] as const) {
    // Surer of the right tokens, in the states of the curve or in all of them.
    let asked = 0;
    const better: ScoredModel = {
      ...exact,
      async logProbabilities(requests): Promise<Float64Array> {
        const scores = await exact.logProbabilities(requests);
        let next = 0;
        for (const { positions } of requests) {
          const factor = asked++ < sure ? 0.5 : 1;
          for (const _ of positions) scores[next++]! *= factor;
        }
        return scores;
      },
    };
    const { schedules } = await measureModel(better, { sequences, budget: { steps: 4 }, seed: 0 });
    for (const { z } of schedules.slice(0, 3)) ok(foundOut ? z! > 5 : Math.abs(z!) < 3.5, `${z}`);
  }
});

Deno.test("a gain is what the family costs more than the plan, and a plan's price has its optimism", async () => {
  const { schedules, plan, gain } = await measureModel(exact, {
    sequences,
    budget: { steps: 4 },
    seed: 0,
  });
  const [planned, uniform, , one] = schedules;
  const near = (a: number, b: number): void => ok(Math.abs(a - b) < 1e-9, `${a} against ${b}`);
  near(gain.nats.mean, uniform!.measured!.mean - planned!.measured!.mean);
  // Both the plan's prediction and its price are corrected, by the same.
  ok(plan.optimism > 0);
  near(
    planned!.aboveOneAtATime.mean,
    planned!.predicted.mean - one!.predicted.mean,
  );
  near(uniform!.aboveOneAtATime.mean, uniform!.predicted.mean - one!.predicted.mean);
});

Deno.test("a budget of nats takes the fewest steps whose plan is within it on the smooth curve", async () => {
  const design = { sequences, seed: 0 };
  const at = async (error: number): Promise<number> =>
    (await measureModel(exact, { ...design, budget: { error } })).plan.sizes.length;
  const [few, more] = [await at(3), await at(0.5)];
  ok(few < more && more < 16);
});

Deno.test("measureModel() plans over what a pattern leaves, and refuses more steps than that", async () => {
  const pattern = revealPattern(16, [0, 1, 2, 3]);
  const design = { sequences, pattern, seed: 0 };
  const { schedules } = await measureModel(exact, { ...design, budget: { steps: 3 } });
  for (const { sizes } of schedules) ok(sizes.reduce((sum, size) => sum + size, 0) === 12);
  await rejects(measureModel(exact, { ...design, budget: { steps: 13 } }), {
    name: "RangeError",
    message:
      "Cannot plan on a model's curve: steps must be from 1 to 12, the positions to unmask, got 13",
  });
});

Deno.test("a family with the plan's sizes has the plan's numbers, another has its own", async () => {
  const design = { sequences, budget: { steps: 4 }, seed: 0 };
  const { plan } = await measureModel(exact, design);
  ok(plan.optimism > 0);
  const same = { ...uniform, name: "same", sizes: () => plan.sizes };
  const { schedules: [planned, first, second], gain, fit } = await measureModel(exact, {
    ...design,
    families: [same, uniform],
  });
  deepStrictEqual({ ...first!, schedule: "plan" }, planned);
  deepStrictEqual([gain.nats.mean, gain.nats.standardError], [0, 0]);
  // Of other sizes the curve has not chosen any: nothing is corrected.
  ok(`${second!.sizes}` !== `${plan.sizes}`);
  deepStrictEqual(second!.predicted, predictNll(fit, second!.sizes));
});
