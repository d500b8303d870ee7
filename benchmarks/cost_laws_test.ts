import assert from "node:assert/strict";
import { confidence, exactPredictor, topPositions, unmaskByPolicy } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { brokenLaws } from "./cost_laws.ts";
import { countedInThread } from "./counted_in_thread.ts";
import { countedPredictor } from "./counted_model.ts";
import { LEAST_SIZES } from "./fit_growth.ts";
import { madeRecord } from "./naive/made_record.ts";
import { readScience } from "./science.ts";
import { problemOf } from "./science_benchmark.ts";
import { scienceDrift } from "./science_drift.ts";
import { computeScience } from "./science_record.ts";
import { science as operations } from "./science/operations.ts";
import { loadSuite } from "./suite.ts";

Deno.test("operations grow as claimed, as they are counted and as they are committed", async () => {
  // Refuses exponents outside their bands, and counts that miss what theory says to the last one.
  const record = await computeScience([operations]);
  const committed = (await readScience())!;
  assert.deepEqual(
    scienceDrift(
      { ...committed, benchmarks: { operations: committed.benchmarks["operations"]! } },
      record,
    ),
    [],
  );
});

Deno.test("programs of another cost than they claim are found by counting", async () => {
  const figures = await countedInThread(new URL("./naive/quadratic_cost.ts", import.meta.url));
  const exponents = figures.filter(({ unit }) => unit === "ratio");
  assert.deepEqual(exponents.map(({ label }) => label.split(":")[0]), ["all pairs", "layers"]);
  for (const exponent of exponents) {
    assert.match(problemOf(exponent)!, /exponent, . \d+ to \d+ must be at most [\d.]+, got [\d.]+/);
  }
  // L^2 T / 2 pairs; a pass over the tokens for each step.
  assert.ok(exponents[0]!.value > 1.8 && exponents[0]!.value < 2.1, `${exponents[0]!.value}`);
  assert.ok(exponents[1]!.value > 0.85 && exponents[1]!.value < 1.1, `${exponents[1]!.value}`);
});

Deno.test("a policy that reads predictions asks for more positions than there are tokens", () => {
  const length = 16;
  const law = pottsChain({ length, states: 3, coupling: 1 });
  const predictor = countedPredictor(exactPredictor(law));
  const stream = streamFamily({ seed: 1, cell: "cost laws", purpose: "tokens" }).at(0);
  unmaskByPolicy(predictor, { policy: topPositions(confidence, { count: 4 }), stream });
  assert.equal(predictor.calls, 4);
  assert.equal(predictor.positions, 16 + 12 + 8 + 4);
});

Deno.test("what cannot be counted in a thread is told", async () => {
  const missing = new URL("./naive/straight_curve.ts", import.meta.url);
  await assert.rejects(countedInThread(missing), /countedFigures is not a function/);
});

Deno.test("brokenLaws() names a law above its claim, and none that holds or cannot be fitted", () => {
  const record = madeRecord();
  const brokenBy = (value: number | null): string[] =>
    brokenLaws({
      ...record,
      workloads: record.workloads.map((workload) => ({
        ...workload,
        costLaws: [
          { engine: "closed form", law: "exponent" as const, from: 4096, atMost: 1.15, value },
          { engine: "other", law: "factor" as const, from: 4, atMost: 3, value: 2.9 },
        ],
      })),
    });
  for (const value of [1.15, 0.9, -1, null]) assert.deepEqual(brokenBy(value), []);
  assert.deepEqual(brokenBy(1.151), [
    "Cost law broken: the exponent of made-up by closed form must be at most 1.15 from 4096 on, got 1.151",
  ]);
  assert.deepEqual(brokenLaws({ ...record, workloads: [] }), []);
});

Deno.test("every cost law can be broken: its engine answers it at enough sizes of a full run", async () => {
  const { workloads, engines } = await loadSuite();
  let laws = 0;
  for (const { name, question, size, input, costLaws = [] } of workloads) {
    for (const law of costLaws) {
      laws++;
      const engine = engines.find((one) => one.question === question && one.name === law.engine);
      assert.ok(engine, `${name} has no engine ${law.engine}`);
      const fitted = [...size.values, ...size.fullValues ?? []]
        .filter((each) => each >= law.from && engine.handles(input(each)));
      assert.ok(fitted.length >= LEAST_SIZES, `${name} by ${law.engine}: ${fitted.length} sizes`);
    }
  }
  assert.ok(laws > 0);
});
