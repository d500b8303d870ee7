import { match, ok, strictEqual } from "node:assert/strict";
import { letters } from "@unmask/language";
import { streamFamily } from "@unmask/random";
import { drawTensors, type TransformerConfig, writeModel } from "@unmask/training";
import { runInMemory } from "../memory_io.ts";

const config: TransformerConfig = {
  length: 4,
  vocabularySize: 27,
  width: 8,
  window: 3,
  dilations: [1],
  attentionLayers: 1,
  heads: 2,
  expansion: 2,
  causal: false,
};
const tensors = drawTensors(config, streamFamily({ seed: 1, cell: "model", purpose: "w" }).at(0));
// Whatever is revealed, the letters are q and u, three to one.
const biased = {
  ...tensors,
  "head.weight": tensors["head.weight"]!.map(() => 0),
  "head.bias": tensors["head.bias"]!.map((_, y) => y === 16 ? Math.log(3) : y === 20 ? 0 : -60),
};
const bytes = await writeModel({
  config,
  tensors: biased,
  tokeniser: letters.toJSON(),
  provenance: {},
});
const files = { "m/model.safetensors": bytes };

Deno.test("sample draws the letters of a trained model in parallel", async () => {
  const { status, output, errors } = await runInMemory(
    ["sample", "--source", "model:file=m", "--sizes", "2,2", "--count", "500"],
    { files },
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  const drawn = output.replaceAll("\n", "").match(/[qu]{4}/g)!.join("");
  strictEqual(drawn.length, 2000);
  // 2,000 independent letters: 6 standard deviations, false alarm 2e-9.
  const share = drawn.replaceAll("u", "").length / 2000;
  ok(Math.abs(share - 0.75) < 6 * Math.sqrt(0.75 * 0.25 / 2000), `${share}`);
});

Deno.test("a model takes policies, and has no curve, no law and no other predictor", async () => {
  const sampled = await runInMemory(
    ["sample", "--source", "model:file=m", "--policy", "confidence:count=2", "--json"],
    { files },
  );
  match(JSON.parse(sampled.output).text[0], /^[qu]{4}$/);
  const cases: [string[], RegExp][] = [
    [
      ["curve", "--source", "model:file=m"],
      /its curve must be known, got a model, whose curve unmask measure estimates/,
    ],
    [
      ["plan", "--source", "model:file=m", "--steps", "2"],
      /got a model, whose curve unmask measure/,
    ],
    [["frontier", "--source", "model:file=m"], /got a model, whose curve unmask measure/],
    [
      ["error", "--source", "model:file=m", "--sizes", "2,2"],
      /got a model, whose curve unmask measure/,
    ],
    [["error", "--source", "model:file=m", "--policy", "confidence:count=2"], /^unmask: Cannot /],
    [
      ["sample", "--source", "model:file=m", "--sizes", "4", "--temperature", "2"],
      /must be a law where another predictor of it is asked for, got a model\n$/,
    ],
    [
      ["sample", "--source", "model:file=m", "--sizes", "4", "--workers", "2"],
      /with several workers the source must be/,
    ],
    [
      ["sample", "--source", "model:file=x", "--sizes", "4"],
      /Cannot read x\/model.safetensors: there is no such file\n$/,
    ],
    [["sample", "--source", "model:file=m", "--sizes", "5"], /^unmask: Cannot /],
  ];
  for (const [args, expected] of cases) {
    const { status, output, errors } = await runInMemory(args, { files });
    match(errors, expected);
    strictEqual(status, 2, args.join(" "));
    strictEqual(output, "");
  }
});
