import {
  deepStrictEqual,
  notDeepStrictEqual,
  ok,
  rejects,
  strictEqual,
  throws,
} from "node:assert/strict";
import type { SequenceSampler } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { openDevice } from "./device.ts";
import { learningRateAt } from "./learning_rate.ts";
import { causalBatch, maskedBatch } from "./masked_batch.ts";
import { plainLogits } from "./plain_network.ts";
import type { Tensors } from "./tensors.ts";
import { firstState, Trainer, type TrainingOptions } from "./trainer.ts";
import { readRun, writeRun } from "./training_file.ts";
import type { TransformerConfig } from "./transformer_config.ts";

const config: TransformerConfig = {
  length: 4,
  vocabularySize: 3,
  width: 4,
  window: 3,
  dilations: [2],
  attentionLayers: 1,
  heads: 2,
  expansion: 1,
  causal: false,
};
const trained: TrainingOptions = { steps: 40, warmUp: 2, peak: 0.01, batch: 4, seed: 3 };

/** Sequences that count up from a random token: one revealed token says the rest. */
const counting: SequenceSampler = {
  length: 4,
  vocabularySize: 3,
  draw(stream, out): void {
    const first = stream.nextUint32() % 3;
    for (let i = 0; i < 4; i++) out[i] = (first + i) % 3;
  },
};

/** The loss of a batch in plain loops. */
function plainLoss(
  shape: TransformerConfig,
  tensors: Tensors,
  step: number,
  purpose = "batches",
): number {
  const stream = streamFamily({ seed: trained.seed, cell: "training", purpose }).at(step);
  const draw = shape.causal ? causalBatch : maskedBatch;
  const { inputs, targets, weights } = draw(counting, { rows: trained.batch, stream });
  let loss = 0;
  for (let row = 0; row < trained.batch; row++) {
    const logits = plainLogits(shape, tensors, inputs.subarray(4 * row, 4 * row + 4));
    for (let i = 0; i < 4; i++) {
      const own = logits.subarray(3 * i, 3 * i + 3);
      const total = Math.log(own.reduce((sum, logit) => sum + Math.exp(logit), 0));
      loss += weights[4 * row + i]! * (total - own[targets[4 * row + i]!]!);
    }
  }
  return loss;
}

/** The gradient of the loss by central differences. */
function plainGradient(shape: TransformerConfig, tensors: Tensors, step: number): number[] {
  const wide = (name: string, n: number, by: number): Tensors => {
    const moved = new Float32Array(tensors[name]!);
    moved[n]! += by;
    return { ...tensors, [name]: moved };
  };
  return Object.entries(tensors).flatMap(([name, values]) =>
    [...values].map((value, n) => {
      const [up, down] = [wide(name, n, 2 ** -10), wide(name, n, -(2 ** -10))];
      const change = up[name]![n]! - down[name]![n]!;
      ok(Math.abs(value) < 2 ** 6);
      return (plainLoss(shape, up, step) - plainLoss(shape, down, step)) / change;
    })
  );
}

/** Adam with its gradient cut to norm 1, as it is defined, with what it keeps. */
function plainAdam(
  shape: TransformerConfig,
  steps: number,
): { weights: number[]; least: number[] } {
  const names = Object.entries(firstState(shape, trained.seed).parameters);
  let weights = names.flatMap(([, values]) => [...values]);
  const mean = weights.map(() => 0);
  const square = weights.map(() => 0);
  const least = weights.map(() => Infinity);
  for (let step = 0; step < steps; step++) {
    let from = 0;
    const tensors = Object.fromEntries(names.map(([name, { length }]) => {
      from += length;
      return [name, Float32Array.from(weights.slice(from - length, from))];
    }));
    const gradient = plainGradient(shape, tensors, step);
    const norm = Math.hypot(...gradient);
    const rate = learningRateAt(trained, step);
    weights = weights.map((weight, n) => {
      const slope = gradient[n]! * Math.min(1, 1 / norm);
      least[n] = Math.min(least[n]!, Math.abs(slope));
      mean[n] = 0.9 * mean[n]! + 0.1 * slope;
      square[n] = 0.98 * square[n]! + 0.02 * slope ** 2;
      const scaled = mean[n]! / (1 - 0.9 ** (step + 1));
      return weight - rate * scaled / (Math.sqrt(square[n]! / (1 - 0.98 ** (step + 1))) + 1e-8);
    });
  }
  return { weights, least };
}

for (const causal of [false, true]) {
  const kind = causal ? "an autoregressive network" : "a mask predictor";
  Deno.test(`${kind} learns by Adam on differences of its plain loss`, async () => {
    await openDevice("wasm");
    const shape = { ...config, causal };
    const trainer = new Trainer(shape, { source: counting, trained });
    const losses = [await trainer.step(), await trainer.step(), await trainer.step()];
    const first = firstState(shape, trained.seed).parameters;
    ok(Math.abs(losses[0]! - plainLoss(shape, first, 0)) < 1e-5);
    const learnt = Object.values((await trainer.state()).parameters).flatMap((
      values,
    ) => [...values]);
    const before = Object.values(first).flatMap((values) => [...values]);
    const { weights, least } = plainAdam(shape, 3);
    // The sum of the three rates: what a weight moves at most. Slopes near 0 are mostly rounding, and
    // Adam makes a full step of them.
    const reach = [0, 1, 2].reduce((sum, step) => sum + learningRateAt(trained, step), 0);
    const sure = [...weights.keys()].filter((n) => least[n]! > 1e-3);
    ok(sure.length > 60, `${sure.length} weights are sure`);
    for (const n of sure) ok(Math.abs(learnt[n]! - weights[n]!) < 0.02 * reach, `weight ${n}`);
    ok(sure.some((n) => Math.abs(learnt[n]! - before[n]!) > 0.5 * reach));
    trainer.dispose();
  });
}

Deno.test("the kept weights are a running mean that forgets the first ones, and are what is evaluated", async () => {
  await openDevice("wasm");
  for (const [from, keeps] of [[0, [1 / 11, 2 / 12, 3 / 13]], [3000, [0.995, 0.995]]] as const) {
    const state = {
      ...firstState(config, 1),
      average: firstState(config, 2).parameters,
      step: from,
    };
    const trainer = new Trainer(config, {
      source: counting,
      trained: { ...trained, steps: 4000 },
      state,
    });
    // Before any step: the loss of the averaged weights on batches of their own.
    const evaluated = await trainer.evaluate(counting, 1);
    ok(Math.abs(evaluated - plainLoss(config, state.average, 0, "evaluation")) < 1e-5);
    ok(Math.abs(evaluated - plainLoss(config, state.parameters, 0, "evaluation")) > 1e-3);
    let average = Object.values(state.average).flatMap((values) => [...values]);
    for (const keep of keeps) {
      await trainer.step();
      const now = await trainer.state();
      const weights = Object.values(now.parameters).flatMap((values) => [...values]);
      const kept = Object.values(now.average).flatMap((values) => [...values]);
      average = average.map((before, n) => keep * before + (1 - keep) * weights[n]!);
      kept.forEach((value, n) => ok(Math.abs(value - average[n]!) < 1e-5, `weight ${n}`));
    }
    trainer.dispose();
  }
});

Deno.test("a network learns to count, and its loss ends near the entropy of the first token", async () => {
  await openDevice("wasm");
  const trainer = new Trainer({ ...config, width: 16 }, {
    source: counting,
    trained: { ...trained, steps: 220, batch: 16, peak: 0.02 },
  });
  while (!trainer.done) await trainer.step();
  // One token an iteration: ln 3 for the first token, 0 for the others, a quarter of it a token.
  const loss = await trainer.evaluate(counting, 20);
  ok(loss > Math.log(3) / 4 - 0.02 && loss < Math.log(3) / 4 + 0.05, `${loss}`);
  trainer.dispose();
});

Deno.test("a run that is saved, read and gone on with ends with the bytes of one without a pause", async () => {
  await openDevice("wasm");
  const whole = new Trainer(config, { source: counting, trained });
  for (let n = 0; n < 10; n++) await whole.step();
  const expected = await whole.state();
  const begun = new Trainer(config, { source: counting, trained });
  for (let n = 0; n < 4; n++) await begun.step();
  const bytes = await writeRun({ config, facts: {}, state: await begun.state() });
  const { state } = await readRun(bytes);
  strictEqual(state.step, 4);
  const resumed = new Trainer(config, { source: counting, trained, state });
  for (let n = 0; n < 6; n++) await resumed.step();
  deepStrictEqual(await resumed.state(), expected);
  // A run that starts its batches again would not.
  const forgetful = new Trainer(config, {
    source: counting,
    trained,
    state: { ...state, step: 0 },
  });
  for (let n = 0; n < 6; n++) await forgetful.step();
  notDeepStrictEqual((await forgetful.state()).parameters, expected.parameters);
  for (const trainer of [whole, begun, resumed, forgetful]) trainer.dispose();
});

Deno.test("a run that diverges says so", async () => {
  await openDevice("wasm");
  const state = firstState(config, 1);
  state.parameters["head.bias"]!.fill(NaN);
  const trainer = new Trainer(config, { source: counting, trained, state });
  await rejects(
    trainer.step(),
    /^RangeError: Cannot go on training: the loss must be a number, got NaN at step 0$/,
  );
});

Deno.test("training refuses what it cannot be given", () => {
  const make = (changed: Partial<TrainingOptions>): () => Trainer => () =>
    new Trainer(config, { source: counting, trained: { ...trained, ...changed } });
  throws(make({ steps: 0 }), /steps must be an integer from 1, got 0$/);
  throws(make({ batch: NaN }), /batch must be an integer from 1, got NaN$/);
  throws(make({ warmUp: 40 }), /warm-up must be below 40 steps, got 40$/);
  throws(make({ peak: 0 }), /the learning rate must be above 0 and below 1, got 0$/);
  throws(
    () => new Trainer(config, { source: { ...counting, length: 5 }, trained }),
    /must have length 4 and vocabulary 3, got 5 and 3$/,
  );
});
