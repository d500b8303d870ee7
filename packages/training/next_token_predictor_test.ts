import { ok, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { openDevice } from "./device.ts";
import { NextTokenPredictor } from "./next_token_predictor.ts";
import { plainLogits } from "./plain_network.ts";
import { drawTensors } from "./tensors.ts";
import type { TransformerConfig } from "./transformer_config.ts";

const config: TransformerConfig = {
  length: 10,
  vocabularySize: 4,
  width: 8,
  window: 3,
  dilations: [1, 2],
  attentionLayers: 1,
  heads: 2,
  expansion: 2,
  causal: true,
};
const streams = streamFamily({ seed: 6, cell: "next token predictor", purpose: "test" });
const model = {
  config,
  tensors: drawTensors(config, streams.at(0)),
  tokeniser: undefined,
  provenance: {},
};

/** Each token's log-probability from the plain network, asked anew with the tokens before it alone. */
function plainLogs(tokens: Int32Array): number[] {
  return [...tokens.keys()].map((i) => {
    const inputs = new Int32Array(config.length).fill(config.vocabularySize);
    inputs.set(tokens.subarray(0, i), 1);
    const row = plainLogits(config, model.tensors, inputs).subarray(4 * i, 4 * i + 4);
    return row[tokens[i]!]! - Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0));
  });
}

Deno.test("one evaluation gives every token's law by those before it, however many are asked", async () => {
  await openDevice("wasm");
  const predictor = new NextTokenPredictor(model);
  for (const count of [1, 9, 33]) {
    const sequences = Array.from({ length: count }, (_, n) => {
      const stream = streams.at(1 + n);
      return Int32Array.from({ length: config.length }, () => stream.nextUint32() % 4);
    });
    const expected = sequences.flatMap(plainLogs);
    const logs = await predictor.logProbabilities(sequences);
    strictEqual(logs.length, expected.length);
    // Single precision through a dozen layers.
    ok(expected.every((value, n) => Math.abs(value - logs[n]!) < 2e-4));
    // A law of the token before, or of the one after, is told from it.
    ok(expected.some((value, n) => Math.abs(value - logs[n + 1]!) > 0.01));
  }
  predictor.dispose();
});

Deno.test("a mask predictor is refused", () => {
  const both = { ...model, config: { ...config, causal: false } };
  throws(
    () => new NextTokenPredictor(both),
    /must be autoregressive, got one that sees both sides$/,
  );
});
