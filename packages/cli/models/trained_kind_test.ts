import { createHash } from "node:crypto";
import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { charactersOf, letters } from "@unmask/language";
import { streamFamily } from "@unmask/random";
import {
  drawTensors,
  type Model,
  plainLogits,
  type TransformerConfig,
  writeModel,
} from "@unmask/training";
import { type Outcome, runInMemory } from "../memory_io.ts";

const config: TransformerConfig = {
  length: 6,
  vocabularySize: 27,
  width: 8,
  window: 3,
  dilations: [1],
  attentionLayers: 1,
  heads: 2,
  expansion: 2,
  causal: false,
};
const model: Model = {
  config,
  // Values of half precision, so that what is read is what was written.
  tensors: Object.fromEntries(
    Object.entries(drawTensors(config, streamFamily({ seed: 1, cell: "kind", purpose: "w" }).at(0)))
      .map(([name, values]) => [name, new Float32Array(new Float16Array(values))]),
  ),
  tokeniser: letters.toJSON(),
  provenance: { corpus: "brown-news", step: 7 },
};
const bytes = await writeModel(model);
const text = "some words of a text that nobody has trained anything on at all ".repeat(4);

Deno.test("a trained model is measured on a text in its own tokens", async () => {
  const { status, errors, output } = await runInMemory(
    ["measure", "--model", "m/", "--text", "a.txt", "--steps", "2", "--device", "wasm", "--json"],
    { files: { "m/model.safetensors": bytes, "a.txt": text } },
  );
  strictEqual(errors, "");
  strictEqual(status, 0);
  const answer = JSON.parse(output);
  strictEqual(answer.length, 6);
  strictEqual(answer.vocabularySize, 27);
  strictEqual(answer.exact, false);
  deepStrictEqual(answer.model, {
    kind: "trained",
    name: "m/",
    sha256: createHash("sha256").update(bytes).digest("hex"),
    corpus: "brown-news",
    steps: 7,
    device: answer.model.device,
  });
  // With nothing revealed every window sees one state: the loss is that of the plain network.
  const logits = plainLogits(config, model.tensors, new Int32Array(6).fill(27));
  const tokens = letters.encode(text);
  const rows = Math.floor(tokens.length / 6);
  let loss = 0;
  for (let n = 0; n < 6 * rows; n++) {
    const row = logits.subarray((n % 6) * 27, (n % 6 + 1) * 27);
    loss += Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0)) - row[tokens[n]!]!;
  }
  // Half of the windows give the curve: within 6 of its standard errors of the mean over all.
  const gap = answer.informationCurve[0] - loss / (6 * rows);
  ok(Math.abs(gap) < 6 * answer.standardErrors[0], `${gap}`);
});

/** Ten pieces for `train --text`: each line begins at its tenth, and is its own. */
const lines = Array.from(
  { length: 10 },
  (_, n) => `\n${`${"abcdefghij"[n]}ed the ${"qrstuvwxyz"[n]}ot on a hill `.repeat(9)}`,
);
const ten = lines.join("");

async function measured(file: Uint8Array, rest: string, a = ten): Promise<Outcome> {
  const line = `measure --model m --text a.txt --device wasm --steps 2 --draws 9 ${rest}`;
  return await runInMemory(line.trim().split(" "), {
    files: { "m/model.safetensors": file, "a.txt": a },
  });
}

Deno.test("a part of a text of one's own is that of training on it", async () => {
  for (const [part, expected] of [["test", lines[9]!], ["validation", lines[8]!]] as const) {
    const [split, alone] = await Promise.all([
      measured(bytes, `--split ${part} --json`),
      measured(bytes, "--json", expected.trim()),
    ]);
    const [one, other] = [JSON.parse(split.output), JSON.parse(alone.output)];
    deepStrictEqual([one.text.split, other.text.split], [part, null]);
    deepStrictEqual(one.sequences, other.sequences);
    deepStrictEqual(one.modelCurve, other.modelCurve);
  }
  const { status, errors } = await measured(bytes, "--split test", "too short");
  match(
    errors,
    /^unmask: Cannot read "a\.txt": the text must have a word or more in each of the 10 pieces .* got \d such pieces\n$/,
  );
  strictEqual(status, 2);
});

Deno.test("a model that is measured on what it was trained on is warned of, first of all", async () => {
  const sha256 = createHash("sha256").update(ten).digest("hex");
  const own = await writeModel({ ...model, provenance: { text: "../a.txt", sha256, step: 7 } });
  const first = async (file: Uint8Array, rest = "", text = ten): Promise<string> =>
    JSON.parse((await measured(file, `${rest}--json`, text)).output).notes[0];
  const warning = /^Warning: the model was trained on this text, .*; --split test has what it has/;
  match(await first(own), warning);
  // On a page it stands before the first number.
  match((await measured(own, "")).output, /^trained m, (?:[^\n]+\n)+\nWarning: the model was/);
  match(await first(own, "--split train "), warning);
  // Negative controls: another part, another text by one byte, another model.
  ok(!warning.test(await first(own, "--split test ")));
  ok(!warning.test(await first(own, "", `${ten}a`)));
  ok(!warning.test(await first(bytes)));
  // The parts of a corpus are not the tenths of its file.
  const corpus = await writeModel({ ...model, provenance: { corpus: "brown-news", sha256 } });
  match(await first(corpus, "--split test "), /--corpus brown-news --split test has what it has/);
  const seen = await runInMemory(
    "measure --model m --corpus brown-news --split train --device wasm --draws 4".split(" "),
    { files: { "m/model.safetensors": corpus } },
  );
  match(seen.output.replaceAll(/\s+/g, " "), /Warning: the model was trained on this text/);
});

Deno.test("text that the letters fold away is warned of, and where nothing is left, why", async () => {
  const share = async (text: string): Promise<string | undefined> => {
    const { output } = await measured(bytes, "--json", text);
    return JSON.parse(output).notes.map((note: string) => / folds away ([\d.]+%)/.exec(note)?.[1])
      .find((found: string | undefined) => found);
  };
  const line = "eight le";
  strictEqual(await share(`${line} 123 `.repeat(30)), "30.0%");
  // Accents leave their letters; a tenth is not more than a tenth.
  strictEqual(await share(`éight lettres; `.repeat(30)), undefined);
  strictEqual(await share(`nine lette. `.repeat(30)), undefined);
  for (const text of ["0123456789 ".repeat(40), "не по-английски ".repeat(40)]) {
    const { status, errors } = await measured(bytes, "", text);
    match(
      errors,
      /got 0 in the longest of 1; the alphabet letters folds away 100\.0% of the text's/,
    );
    match(errors, /--tokeniser characters keeps them\n$/);
    strictEqual(status, 2);
  }
});

Deno.test("a run that was interrupted is no model yet, and one says how it goes on", async () => {
  const outcome = async (files: Record<string, Uint8Array>): Promise<string> =>
    (await runInMemory("measure --model m/ --text a.txt".split(" "), {
      files: { "a.txt": text, ...files },
    })).errors;
  match(
    await outcome({ "m/training.safetensors": bytes }),
    /^unmask: Cannot read a model in m: its training must be finished, .*; unmask train --resume --out m goes on\n$/,
  );
  match(await outcome({}), /^unmask: Cannot read m\/model\.safetensors: there is no such file\n$/);
});

Deno.test("what is no model, or another, is refused in one line", async () => {
  const characters: Model = { ...model, tokeniser: charactersOf(text.slice(0, 5)).toJSON() };
  const causal = await writeModel({ ...model, config: { ...config, causal: true } });
  const cases: [Uint8Array | undefined, string[], RegExp][] = [
    [undefined, [], /^unmask: Cannot read m\/model.safetensors: there is no such file\n$/],
    [
      bytes.subarray(0, 3000),
      [],
      /must be a model that unmask train wrote, got a file cut short\n$/,
    ],
    [
      bytes.with(2500, 77),
      [],
      /must be a model that unmask train wrote, got a file whose checksum is wrong\n$/,
    ],
    [
      new TextEncoder().encode("PK\x03\x04 zip of something"),
      [],
      /got a file of another format\n$/,
    ],
    [bytes, ["--length", "9"], /--length must be 6, that of the model, got 9\n$/],
    [
      bytes,
      ["--alphabet", "letters"],
      /must stand with a model without tokens of its own, got letters\n$/,
    ],
    [bytes, ["--timeout", "9"], /--timeout must stand with --predictor, got --model\n$/],
    [causal, [], /the model must see both sides, got an autoregressive one\n$/],
    [
      await writeModel(characters),
      [],
      /every character must be one of the 5 of the alphabet, got "w" at position 5/,
    ],
  ];
  for (const [file, args, expected] of cases) {
    const { status, output, errors } = await runInMemory(
      ["measure", "--model", "m", "--text", "a.txt", "--device", "wasm", ...args],
      { files: { "a.txt": text, ...(file && { "m/model.safetensors": file }) } },
    );
    match(errors, expected);
    strictEqual(status, 2);
    strictEqual(output, "");
  }
});

Deno.test("a part of a corpus is held out by its name, the test where none is named", async () => {
  const measure = async (args: string[]): ReturnType<typeof runInMemory> =>
    await runInMemory(
      ["measure", "--model", "m", "--device", "wasm", "--draws", "4", "--json", ...args],
      { files: { "m/model.safetensors": bytes } },
    );
  const parts: string[] = [];
  for (const args of [[], ["--split", "test"], ["--split", "validation"]]) {
    const { status, output } = await measure(["--corpus", "brown-news", ...args]);
    strictEqual(status, 0);
    const { text: record, informationCurve } = JSON.parse(output);
    strictEqual(record.name, "brown-news");
    parts.push(`${record.split} ${informationCurve}`);
  }
  strictEqual(parts[0], parts[1]);
  ok(parts[1] !== parts[2]);
  match((await measure(["--corpus", "news"])).errors, /the key must be one of .*, got "news"\n$/);
  match(
    (await measure(["--predictor", "x", "--corpus", "brown-news"])).errors,
    /^unmask: Cannot run measure: the model must be given as .*, got --model and --predictor\n$/,
  );
});
