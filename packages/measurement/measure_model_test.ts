import { deepStrictEqual, ok, rejects } from "node:assert/strict";
import { exactPredictor, inTurn } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { drawRows } from "@unmask/testing";
import { type MeasurementPhase, measureModel } from "./measure_model.ts";
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

Deno.test("a model that does better on the sequences of its curve is found out by the others", async () => {
  // Remembers the sequences of the curve: sure of their tokens.
  const known = new Set(sequences.curve.map((tokens) => tokens.join()));
  const cheats: ScoredModel = {
    ...exact,
    async logProbabilities(requests): Promise<Float64Array> {
      const scores = await exact.logProbabilities(requests);
      let next = 0;
      for (const { state, positions, tokens } of requests) {
        const whole = state.slice();
        positions.forEach((position, i) => whole[position] = tokens[i]!);
        for (const _ of positions) {
          if (known.has(whole.join())) scores[next] = scores[next]! / 2;
          next++;
        }
      }
      return scores;
    },
  };
  const { schedules } = await measureModel(cheats, { sequences, budget: { steps: 4 }, seed: 0 });
  ok(schedules[1]!.z! > 5);
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
