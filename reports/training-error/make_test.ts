import assert from "node:assert/strict";
import { awaited, exactPredictor, inTurn, trainingError, uniformMixture } from "@unmask/diffusion";
import {
  fitContextTransitions,
  fitTransitions,
  HigherOrderChain,
  markovChain,
} from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { makeClaim } from "../claim_data.ts";
import { type CheckpointLoader, checkpointsOf, type Design, fileOf } from "./design.ts";
import { newsDesign, trainingErrorClaim } from "./make.ts";
import type { Result } from "./result.ts";
import { estimatedTeacher, exactTeacher, type Teacher } from "./teachers.ts";

const LENGTH = 8;
const tokens = [..."abcabbcacabcabcbbcaabcacbabcabcabbcabc".repeat(20)].map((symbol) =>
  "abc".indexOf(symbol)
);

/** Teachers of three letters that can be enumerated. */
const teachers: Readonly<Record<string, () => Promise<Teacher>>> = {
  "order 1": () => {
    const { transitions } = fitTransitions(tokens, { states: 3 });
    return Promise.resolve(exactTeacher(markovChain({ length: LENGTH, transitions })));
  },
  "order 2": () => {
    const { transitions } = fitContextTransitions(tokens, { states: 3, order: 2 });
    const law = new HigherOrderChain({ length: LENGTH, transitions });
    return estimatedTeacher(law, { draws: 200, seed: 5, cell: "letters" });
  },
};

const design: Design = {
  length: LENGTH,
  teachers,
  models: ["small", "large"],
  trainings: [1, 4],
  profile: { draws: 90, groups: 3 },
  measuredStates: 2000,
};

/** The share of guesses of a stand-in: less with training and with size. */
const shareOf = ({ model, trained }: { model: string; trained: number }): number =>
  (model === "large" ? 0.5 : 0.9) / Math.sqrt(trained);

/** In place of a trained model: one that guesses a share of the time. */
const load: CheckpointLoader = async (file) => {
  const name = checkpointsOf(design).find((each) => file.href.endsWith(fileOf(each, design)))!;
  const { law } = await teachers[name.teacher]!();
  return {
    ...awaited(inTurn(uniformMixture(exactPredictor(law), { share: shareOf(name) }))),
    parameters: name.model === "large" ? 2000 : 1000,
    teacher: name.teacher,
    steps: name.trained,
  };
};

const claim = trainingErrorClaim(load, design);
const { rows, ...data } = await makeClaim(claim);
const results = rows as readonly Result[];

Deno.test("training-error holds for models that guess less the longer they are trained", () => {
  assert.equal(data.verdict, "holds", data.evidence);
  assert.match(data.evidence, /bounds hold with it/);
  assert.equal(data.command, "deno task reproduce --full training-error");
});

Deno.test("training-error has the exact training error within 4 standard errors, in every number of steps", async () => {
  const { law } = await teachers["order 2"]!();
  let seen = 0;
  for (const row of results) {
    if (row.part !== "checkpoint" || row.teacher !== "order 2") continue;
    const predictor = uniformMixture(exactPredictor(law), { share: shareOf(row) });
    const sizes = uniform.sizes({ length: LENGTH, steps: row.steps });
    const exact = trainingError(law, { predictor, sizes });
    const gap = Math.abs(row.trainingError - exact);
    assert.ok(gap <= 4 * row.trainingStandardError + 1e-12, `${row.trainingError} ${exact}`);
    // In one shot there is one state, and no doubt.
    assert.ok(row.low <= row.trainingError && row.trainingError <= row.high);
    seen++;
  }
  assert.equal(seen, 4 * 4);
});

/** What to do to the rows so that a part of the sentence becomes false. */
const falsehoods: Readonly<Record<string, (row: Result) => Result>> = {
  "training that does not help": (row) =>
    row.trained === 4 ? { ...row, trainingError: 5 * row.trainingError } : row,
  "a larger model that errs more": (row) =>
    row.model === "large" ? { ...row, trainingError: 4 * row.trainingError } : row,
  "a path error that is not the sum of its parts": (row) =>
    row.part === "measured"
      ? { ...row, measured: row.measured! + 9 * row.measuredStandardError! }
      : row,
  "an upper bound without the training error": (row) =>
    row.kind === "upper" ? { ...row, boundValue: row.boundValue! - row.trainingError } : row,
  "a lower bound sixteen times as large": (row) =>
    row.kind === "lower" ? { ...row, boundValue: 64 * row.boundValue! } : row,
  "bounds that hold without the training error": (row) =>
    row.kind === "upper" ? { ...row, boundValue: 9 + row.boundValue! } : row,
};

for (const [fault, falsify] of Object.entries(falsehoods)) {
  Deno.test(`training-error refutes ${fault}`, () => {
    assert.equal(claim.judge(results.map(falsify)).verdict, "refuted");
  });
}

Deno.test("training-error measures every bound that applies, the lower one at its worst schedule", () => {
  const bounds = results.filter(({ part }) => part === "bound");
  assert.deepEqual(new Set(bounds.map(({ kind }) => kind)), new Set(["upper", "lower"]));
  for (const teacher of Object.keys(teachers)) {
    const keys = bounds.filter((row) => row.teacher === teacher).map(({ bound }) => bound);
    assert.ok(keys.includes("li-cai-theorem-1") && keys.includes("li-cai-theorem-2-lower"));
    assert.ok(keys.includes("sharp-step") && keys.includes("sharp-max"));
  }
});

Deno.test("training-error refuses a checkpoint that was trained for another number of steps", async () => {
  const other = trainingErrorClaim(async (file) => ({ ...await load(file), steps: 3 }), design);
  await assert.rejects(
    async () => await other.cells[0]!.results(),
    {
      name: "RangeError",
      message:
        "Cannot report checkpoints/order-1-small/model-1.safetensors: it must be trained on order 1 for 1 steps, got order 1 and 3",
    },
  );
});

Deno.test("the figure of training-error has a panel over training and one over steps for each teacher", () => {
  const { spec } = claim.figure(results);
  const panels = (spec["vconcat"] as { hconcat: unknown[] }[]).map(({ hconcat }) => hconcat.length);
  assert.deepEqual(panels, [2, 2]);
});

Deno.test("the design of the report visits the counts of every schedule with all of its sequences", () => {
  const { length, profile: { draws, groups }, models, trainings } = newsDesign;
  assert.equal(draws % groups, 0);
  assert.equal(groups % 2, 1);
  assert.equal(Math.log2(length) % 1, 0);
  assert.ok(models.length === 3 && trainings.length >= 3);
  const files = checkpointsOf(newsDesign).map((name) => fileOf(name, newsDesign));
  assert.equal(new Set(files).size, 2 * 3 * trainings.length);
  assert.ok(files.includes("checkpoints/order-2-width-96/model-400.safetensors"));
  assert.ok(files.includes("checkpoints/order-1-width-24/model.safetensors"));
});
