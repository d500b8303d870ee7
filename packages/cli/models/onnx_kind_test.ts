import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { join } from "node:path";
import { onnxTest, type ToyFault, toyMaskedModel, writeToyMaskedModel } from "@unmask/testing/onnx";
import { type Outcome, runInMemory } from "../memory_io.ts";
import { assertRefused } from "../refusals.ts";
import { terminalIo } from "../terminal_io.ts";

const { readChunks } = terminalIo();

/** Enough text for some sequences, of the toy's letters and not periodic in them. */
const known = Array.from({ length: 600 }, (_, i) => "abcdef"[(i * i + (i >> 3)) % 6]).join("");

/** What `measure` says of a folder of the toy and a text. */
async function measure(
  options: { fault?: ToyFault; text?: string; bytes?: number; more?: string[] },
): Promise<Outcome> {
  const { fault, text = known, bytes, more = [] } = options;
  const folder = await Deno.makeTempDir();
  try {
    await writeToyMaskedModel(folder, fault);
    const file = join(folder, "model.onnx");
    if (bytes !== undefined) await Deno.truncate(file, bytes);
    const line = ["measure", "--onnx", folder, "--text", "a.txt", "--length", "6"];
    // Every state of a sequence is asked about several times: a few sequences are enough.
    const few = ["--draws", "8", "--steps", "3", "--json"];
    const files = { "a.txt": text };
    return await runInMemory([...line, ...few, ...more], { files, io: { readChunks } });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The toy's law of a token by its formula, renormalised without its special tokens where asked. */
function law(left: number, right: number, allowed: (token: number) => boolean): number[] {
  const weights = toyMaskedModel.logits(left, right)
    .map((logit, token) => allowed(token) ? Math.exp(logit) : 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

onnxTest("measure --onnx names the model and its text, and its numbers are estimates", async () => {
  const { status, output, errors } = await measure({});
  deepStrictEqual([status, errors], [0, ""]);
  const { model, text, length, vocabularySize, exact, plan } = JSON.parse(output);
  deepStrictEqual([model.kind, model.specialTokens, text.kind], ["onnx", "kept", "text"]);
  match(model.sha256, /^[0-9a-f]{64}$/);
  deepStrictEqual([length, vocabularySize, exact, plan.sizes.length], [6, 11, false, 3]);
});

onnxTest("the first point of the curve is the toy's mean loss with nothing revealed", async () => {
  for (const more of [[], ["--without-special"]]) {
    // One letter, again and again: the loss is that of its law at each position, which is known.
    const { output } = await measure({ text: "b".repeat(400), more });
    const { modelCurve, notes } = JSON.parse(output);
    const allowed = (token: number): boolean => more.length === 0 || token === 1 || token > 4;
    const [mask, b] = [4, 6];
    const inner = law(mask, mask, allowed)[b]!;
    const losses = [
      law(2, mask, allowed)[b]!,
      inner,
      inner,
      inner,
      inner,
      law(mask, 3, allowed)[b]!,
    ]
      .map((mass) => -Math.log(mass));
    strictEqual(modelCurve.revealedCounts[0], 0);
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / 6;
    // Logits are of single precision.
    ok(Math.abs(modelCurve.losses[0] - mean) < 1e-6, `${modelCurve.losses[0]} ${mean}`);
    strictEqual(notes.some((note: string) => note.includes("renormalised")), more.length > 0);
  }
});

onnxTest(
  "text that the vocabulary does not know is refused, or counted where it is allowed",
  async () => {
    const refused = await measure({ text: `${known}zz` });
    deepStrictEqual([refused.status, refused.output], [2, ""]);
    match(
      refused.errors,
      /must know all of it, got 2 of 602 tokens unknown; --allow-unknown takes/,
    );
    const { status, output } = await measure({ text: `${known}zz`, more: ["--allow-unknown"] });
    strictEqual(status, 0);
    ok(JSON.parse(output).notes.some((note: string) => note.includes("2 of 602 tokens, 0.3%")));
  },
);

onnxTest("measure --onnx refuses what is no masked language model in one line", async () => {
  const cases: [ToyFault, RegExp][] = [
    [{ head: "none" }, /its output must be logits, got last_hidden_state/],
    [{ head: "three classes" }, /its logits must be 1 x 8 x 11, got 1 x 8 x 3/],
    [{ head: "not a number" }, /its logits must be finite, got NaN/],
    [{ input: "position_ids" }, /it must run on token ids, got the input position_ids/],
    [{ config: { architectures: ["GPT2LMHeadModel"] } }, /got the architecture GPT2LMHeadModel/],
    [{ config: { max_position_embeddings: 7 } }, /must have from 1 to 5 tokens, got 6/],
  ];
  for (const [fault, words] of cases) {
    const { status, output, errors } = await measure({ fault });
    deepStrictEqual([status, output], [2, ""], errors);
    match(errors, /^unmask: Cannot [^\n]+\n$/);
    match(errors, words);
  }
});

onnxTest(
  "an ONNX file that was cut short is refused with its folder, and with the cause",
  async () => {
    const { status, output, errors } = await measure({ bytes: 100 });
    deepStrictEqual([status, output], [2, ""]);
    match(
      errors,
      /^unmask: Cannot use the model in [^ "]+: [^\n]*must be an ONNX model, got [^\n]+\n$/,
    );
    // ONNX Runtime's own words.
    match(errors, /model\.onnx: [^\n]*(?:failed|[Pp]rotobuf)[^\n]*"\n$/);
  },
);

Deno.test("measure --onnx refuses a folder that is none, and needs a length", async () => {
  const files = { "a.txt": known };
  await assertRefused([
    [
      ["measure", "--onnx", "nowhere", "--text", "a.txt", "--length", "6"],
      /Cannot open a model: it must be a folder, got nowhere/,
    ],
    [["measure", "--onnx", "nowhere", "--text", "a.txt"], /--length L must be given with --onnx/],
    [
      ["measure", "--predictor", "true", "--without-special", "--text", "a.txt"],
      /--without-special must stand with --onnx, got --predictor/,
    ],
  ], { files });
});
