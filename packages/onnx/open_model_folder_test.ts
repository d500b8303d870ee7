// deno-lint-ignore-file camelcase -- the files of other programs name their parts so
import { deepStrictEqual, rejects, strictEqual, throws } from "node:assert/strict";
import { join } from "node:path";
import { openModelFolder, predictorCommand } from "@unmask/onnx";
import { writeToyMaskedModel } from "@unmask/testing/onnx";

/** A folder of the toy, changed before it is used. */
async function folderOf(
  change: (folder: string) => Promise<void> | void,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "toy" });
  try {
    await writeToyMaskedModel(folder);
    await change(folder);
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const write = (name: string, value: unknown) => (folder: string): Promise<void> =>
  Deno.writeTextFile(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));

const remove = (name: string) => (folder: string): Promise<void> => Deno.remove(join(folder, name));

Deno.test("openModelFolder() finds the model, its mask and its size without loading it", async () => {
  await folderOf(() => {}, async (folder) => {
    const opened = await openModelFolder(folder);
    deepStrictEqual(
      [opened.model, opened.maskToken, opened.vocabularySize, opened.longest],
      [join(folder, "model.onnx"), 4, 11, Infinity],
    );
  });
});

Deno.test("openModelFolder() counts what stands around a sequence among the model's positions", async () => {
  const base = { architectures: ["ToyForMaskedLM"], vocab_size: 11 };
  const cases: [object, object, number][] = [
    [{ max_position_embeddings: 64 }, {}, 62],
    // RoBERTa's first position is the one after that of padding.
    [{ max_position_embeddings: 514, model_type: "roberta", pad_token_id: 1 }, {}, 510],
    [{ max_position_embeddings: 64 }, { model_max_length: 32 }, 30],
    [{ max_position_embeddings: 64 }, { model_max_length: 1e30 }, 62],
  ];
  for (const [config, tokenizerConfig, longest] of cases) {
    const change = async (folder: string): Promise<void> => {
      await write("config.json", { ...base, ...config })(folder);
      await write("tokenizer_config.json", tokenizerConfig)(folder);
    };
    await folderOf(change, async (folder) => {
      const opened = await openModelFolder(folder);
      strictEqual(opened.longest, longest);
      predictorCommand(opened, { length: longest });
      throws(
        () => predictorCommand(opened, { length: longest + 1 }),
        new RegExp(`sequences must have from 1 to ${longest} tokens, got ${longest + 1}`),
      );
      for (const length of [0, -1, 1.5, NaN]) {
        throws(() => predictorCommand(opened, { length }), /must have from 1 to/);
      }
    });
  }
});

Deno.test("openModelFolder() takes the mask that the files name before the usual ones", async () => {
  for (const mask_token of ["[PAD]", { content: "[PAD]", special: true }]) {
    await folderOf(write("tokenizer_config.json", { mask_token }), async (folder) => {
      strictEqual((await openModelFolder(folder)).maskToken, 0);
    });
  }
});

Deno.test("openModelFolder() refuses a folder that is no masked language model, in one line", async () => {
  const good = { architectures: ["ToyForMaskedLM"], vocab_size: 11 };
  const noMask = { model: { type: "BPE", vocab: { a: 0 }, merges: [] } };
  const cases: [(folder: string) => Promise<void>, RegExp][] = [
    [remove("model.onnx"), /it must hold model.onnx or onnx.model.onnx, got neither$/],
    [remove("tokenizer.json"), /it must hold tokenizer.json, got none$/],
    [remove("config.json"), /it must hold config.json, got none$/],
    [write("config.json", "{"), /config.json must be JSON, got "[^\n]+"$/],
    [write("config.json", "[]"), /config.json must be a JSON object$/],
    [
      write("config.json", {}),
      /vocab_size of config.json must be an integer of at least 2, got unde/,
    ],
    [write("config.json", { ...good, vocab_size: "11" }), /vocab_size .* got "11"$/],
    [write("config.json", { ...good, vocab_size: 4 }), /must have a mask token below 4, got 4$/],
    [
      write("config.json", { ...good, mask_token_id: 3 }),
      /mask_token_id of config.json must be 4, its tokenizer's mask token, got 3$/,
    ],
    [write("tokenizer.json", noMask), /must have a mask token below 11, got none$/],
    ...["BertForSequenceClassification", "GPT2LMHeadModel", "BertModel", "LlamaForCausalLM"].map((
      name,
    ) =>
      [
        write("config.json", { ...good, architectures: [name] }),
        new RegExp(`it must be a masked language model, got the architecture ${name}$`),
      ] as [(folder: string) => Promise<void>, RegExp]
    ),
  ];
  for (const [change, expected] of cases) {
    await folderOf(change, async (folder) => {
      await rejects(openModelFolder(folder), (error: Error) => {
        strictEqual(error.name, "RangeError");
        strictEqual(expected.test(error.message), true, error.message);
        return error.message.startsWith("Cannot open the model ");
      });
    });
  }
  await rejects(openModelFolder("/no/such/folder"), /it must be a folder, got \/no\/such\/folder$/);
});

Deno.test("openModelFolder() takes architectures that predict masked tokens, and none named", async () => {
  for (const architectures of [["BertForPreTraining"], ["EsmForMaskedLM"], ["LLaDAModelLM"], []]) {
    const config = { architectures, vocab_size: 11, mask_token_id: 4 };
    await folderOf(write("config.json", config), async (folder) => {
      strictEqual((await openModelFolder(folder)).vocabularySize, 11);
    });
  }
});
