import { createHash } from "node:crypto";
import { BadInput, shown } from "../bad_input.ts";
import type { Io } from "../io.ts";
import { anyText } from "../notation.ts";
import { countText, percentText, wholeText } from "../number_text.ts";
import { flagOption, valueOption } from "../option.ts";
import { type ModelKind, modelKind, type OpenedModel } from "./model_kind.ts";
import { readyOnnxRuntime } from "./ready_onnx_runtime.ts";

/** Milliseconds that an answer may take: a batch of long sequences of a large model on one core. */
const TIMEOUT = 600_000;

/** `--onnx`: a masked language model in a folder, run by ONNX Runtime in a process of its own. */
export const onnxKind: ModelKind = modelKind({
  name: "onnx",
  metavar: "DIR",
  options: {
    onnx: valueOption("--onnx", {
      notation: anyText,
      metavar: "DIR",
      help:
        "a masked language model's folder: model.onnx or onnx/model.onnx, tokenizer.json and config.json; ONNX Runtime, 114 MB, is downloaded the first time",
    }),
    "without-special": flagOption("--without-special", {
      help:
        "with --onnx: renormalise each law without [MASK], [PAD] and other special tokens, another model than the one given; by default what it gives to those is lost",
    }),
    "allow-unknown": flagOption("--allow-unknown", {
      help:
        "with --onnx: take text that its vocabulary does not know as its unknown token, such as [UNK]; refused by default",
    }),
  },
  async open(values, { length, io, signal }): Promise<OpenedModel> {
    const path = values.onnx!;
    if (length === undefined) {
      throw new BadInput("Cannot run measure: --length L must be given with --onnx, got none");
    }
    const { openModelFolder, predictorCommand } = await import("@unmask/onnx");
    const { ProcessModel } = await import("@unmask/measurement/process");
    const folder = await openModelFolder(path);
    const withoutSpecial = values["without-special"];
    const command = predictorCommand(folder, { length, withoutSpecial });
    await readyOnnxRuntime(signal);
    const called = `the model in ${shown(path)}`;
    const model = await ProcessModel.start(
      { ...command, called },
      { length, timeout: TIMEOUT, signal },
    );
    const notes: string[] = [];
    if (withoutSpecial) {
      notes.push(
        "Laws are renormalised without the model's special tokens, as asked for: samples of the model as it is pay for what it gives to those.",
      );
    }
    return {
      model,
      record: {
        kind: "onnx",
        name: folder.name,
        folder: path,
        sha256: hashOf(folder.model, io),
        specialTokens: withoutSpecial ? "excluded" : "kept",
      },
      notes,
      restarts: () => model.restarts,
      encode(text): Int32Array {
        const { tokens, unknown } = folder.tokenizer.encode(text);
        if (unknown > 0) {
          const share = `${wholeText(unknown)} of ${countText(tokens.length, "token")}`;
          if (!values["allow-unknown"]) {
            throw new BadInput(
              `Cannot tokenise the text: the vocabulary of ${
                shown(folder.name)
              } must know all of it, got ${share} unknown; --allow-unknown takes them as its unknown token`,
            );
          }
          notes.push(
            `Unknown to the model's vocabulary and taken as its unknown token: ${share}, ${
              percentText(unknown / tokens.length)
            }.`,
          );
        }
        return tokens;
      },
      close: () => model.close(),
    };
  },
});

function hashOf(path: string, io: Io): string {
  const hash = createHash("sha256");
  for (const chunk of io.readChunks(path)) hash.update(chunk);
  return hash.digest("hex");
}
