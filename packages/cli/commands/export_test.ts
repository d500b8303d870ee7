import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { letters } from "@unmask/language";
import { streamFamily } from "@unmask/random";
import { drawTensors, type TransformerConfig, writeModel } from "@unmask/training";
import { runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";

const config: TransformerConfig = {
  length: 5,
  vocabularySize: 27,
  width: 4,
  window: 3,
  dilations: [1],
  attentionLayers: 1,
  heads: 2,
  expansion: 1,
  causal: false,
};

async function modelFile(change: Partial<TransformerConfig> = {}): Promise<Uint8Array> {
  const shape = { ...config, ...change };
  const stream = streamFamily({ seed: 1, cell: "export", purpose: "weights" }).at(0);
  return await writeModel({
    config: shape,
    tensors: drawTensors(shape, stream),
    tokeniser: letters.toJSON(),
    provenance: {},
  });
}

const names = ["config.json", "model.onnx", "tokenizer.json", "tokenizer_config.json"];

Deno.test("export writes the files of a masked language model, the model last", async () => {
  const files = { "news/model.safetensors": await modelFile() };
  const made: string[] = [];
  const order: string[] = [];
  const io = {
    makeDirectory: (path: string): void => void made.push(path),
    writeFile: (path: string): void => void order.push(path),
  };
  const line = ["export", "--model", "news/", "--out", "there/"];
  strictEqual((await runInMemory(line, { files, io })).status, 0);
  deepStrictEqual(made, ["there"]);
  strictEqual(order.at(-1), "there/model.onnx");
  deepStrictEqual(order.toSorted(), names.map((name) => `there/${name}`));
  const { output, written } = await runInMemory([...line, "--json"], { files });
  const { mask, vocabularySize, files: listed } = JSON.parse(output);
  deepStrictEqual([mask, vocabularySize], [27, 27]);
  for (const { name, bytes } of listed) strictEqual(written[`there/${name}`]!.length, bytes);
  const found = JSON.parse(new TextDecoder().decode(written["there/config.json"]!));
  deepStrictEqual([found.vocab_size, found.mask_token_id], [28, 27]);
});

Deno.test("export takes one of several models in a folder, and says what it wrote", async () => {
  const files = { "news/model-400.safetensors": await modelFile() };
  const line = "export --model news/model-400.safetensors --format onnx --out there".split(" ");
  const { status, output } = await runInMemory(line, { files });
  strictEqual(status, 0);
  match(output, /^there: a masked language model of 5 tokens, 27 in the vocabulary/);
  for (const name of names) ok(output.includes(`  ${name} `));
});

Deno.test("export refuses what is no model, is damaged, or predicts no masked tokens", async () => {
  const good = await modelFile();
  const damaged = good.slice();
  damaged[damaged.length - 1]! ^= 1;
  const line = (model: string): string[] => ["export", "--model", model, "--out", "there"];
  await assertRefused([
    [["export", "--out", "there"], /--model DIR must be given, got none/],
    [["export", "--model", "a"], /--out DIR must be given, got none/],
    [[...line("good"), "--format", "gguf"], /--format must be one of onnx, got gguf/],
    [line("nowhere"), /Cannot read nowhere\/model.safetensors: there is no such file/],
    [line("text"), /must be a model that unmask train wrote, got a file of another format/],
    [line("short"), /must be a model that unmask train wrote, got a file cut short/],
    [
      line("damaged"),
      /must be a model that unmask train wrote, got a file whose checksum is wrong/,
    ],
    [line("causal"), /must predict masked tokens, got an autoregressive one/],
  ], {
    files: {
      "good/model.safetensors": good,
      "text/model.safetensors": "no model, but long enough",
      "short/model.safetensors": good.subarray(0, good.length - 1),
      "damaged/model.safetensors": damaged,
      "causal/model.safetensors": await modelFile({ causal: true }),
    },
    io: { writeFile: () => ok(false, "nothing is written"), makeDirectory: () => ok(false) },
  });
});

Deno.test("export says where it could not write", async () => {
  const refuse = (): never => {
    throw new Error("permission was denied");
  };
  const files = { "news/model.safetensors": await modelFile() };
  const line = ["export", "--model", "news", "--out", "there"];
  await assertRefused([[line, /Cannot write there: permission was denied/]], {
    files,
    io: { makeDirectory: refuse },
  });
  await assertRefused([[line, /Cannot write there\/.*: permission was denied/]], {
    files,
    io: { writeFile: refuse },
  });
});
