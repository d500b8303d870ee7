import { ok, strictEqual, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import type { Model } from "./checkpoint.ts";
import { openDevice } from "./device.ts";
import { plainLogits } from "./plain_network.ts";
import { drawTensors } from "./tensors.ts";
import { TrainedPredictor } from "./trained_predictor.ts";
import type { TransformerConfig } from "./transformer_config.ts";

const config: TransformerConfig = {
  length: 11,
  vocabularySize: 5,
  width: 12,
  window: 3,
  dilations: [1, 2],
  attentionLayers: 2,
  heads: 3,
  expansion: 2,
  causal: false,
};
const streams = streamFamily({ seed: 5, cell: "trained predictor", purpose: "weights" });

function modelOf(shape: TransformerConfig): Model {
  return {
    config: shape,
    tensors: drawTensors(shape, streams.at(0)),
    tokeniser: undefined,
    provenance: {},
  };
}

/** States with more and more masked tokens, and requests for all of those. */
function requests(
  count: number,
): { state: Int32Array; positions: Int32Array; tokens: Int32Array }[] {
  return Array.from({ length: count }, (_, n) => {
    const stream = streams.at(1 + n);
    const whole = Int32Array.from({ length: config.length }, () => stream.nextUint32() % 5);
    const state = whole.map((token, i) => (i * 7 + n) % 11 <= n % 11 ? MASK : token);
    const positions = Int32Array.from(
      [...state.keys()].filter((i) => state[i] === MASK),
    );
    return { state, positions, tokens: positions.map((i) => whole[i]!) };
  });
}

/** Rows of probabilities from the plain network. */
function plainRows(model: Model, asked: ReturnType<typeof requests>): number[] {
  return asked.flatMap(({ state, positions }) => {
    const logits = plainLogits(model.config, model.tensors, state.map((t) => t === MASK ? 5 : t));
    return [...positions].flatMap((i) => {
      const row = logits.subarray(i * 5, (i + 1) * 5);
      const total = row.reduce((sum, logit) => sum + Math.exp(logit), 0);
      return [...row].map((logit) => Math.exp(logit) / total);
    });
  });
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  strictEqual(a.length, b.length);
  return Math.max(...Array.from(a, (value, n) => Math.abs(value - b[n]!)));
}

Deno.test("a network computes on the device what plain loops say, however many are asked", async () => {
  await openDevice("wasm");
  const model = modelOf(config);
  const predictor = new TrainedPredictor(model);
  for (const count of [1, 2, 8, 9, 25, 33, 41]) {
    const asked = requests(count);
    const expected = plainRows(model, asked);
    const waited = new Float64Array(expected.length);
    predictor.predictBatch(asked, waited);
    const rows = await predictor.rows(asked);
    // Single precision through a dozen layers.
    ok(greatestDifference(waited, expected) < 2e-5);
    ok(greatestDifference(rows, expected) < 2e-5);
    const logs = await predictor.logProbabilities(asked);
    const tokens = asked.flatMap(({ tokens }) => [...tokens]);
    const chosen = tokens.map((token, n) => Math.log(expected[n * 5 + token]!));
    ok(greatestDifference(logs, chosen) < 2e-4);
  }
  predictor.dispose();
});

Deno.test("a network of another seed is told from the plain one", async () => {
  await openDevice("wasm");
  const predictor = new TrainedPredictor({
    ...modelOf(config),
    tensors: drawTensors(config, streams.at(99)),
  });
  const asked = requests(8);
  const expected = plainRows(modelOf(config), asked);
  ok(greatestDifference(await predictor.rows(asked), expected) > 0.01);
  predictor.dispose();
});

Deno.test("a causal network sees what is before a position only", () => {
  const model = modelOf({ ...config, causal: true });
  const tokens = Int32Array.from({ length: 11 }, (_, i) => i % 5);
  const logits = plainLogits(model.config, model.tensors, tokens);
  const changed = plainLogits(model.config, model.tensors, tokens.with(6, 5));
  strictEqual(greatestDifference(logits.subarray(0, 30), changed.subarray(0, 30)), 0);
  ok(greatestDifference(logits.subarray(30, 35), changed.subarray(30, 35)) > 1e-3);
  throws(() => new TrainedPredictor(model), /must see both sides, got an autoregressive one$/);
});
