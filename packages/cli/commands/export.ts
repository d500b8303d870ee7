import { createHash } from "node:crypto";
import { BadInput, escapeControls, shown } from "../bad_input.ts";
import { type Answer, type Command, command } from "../command.ts";
import { commonOptions } from "../common_options.ts";
import { readTrainedModel } from "../read_trained_model.ts";
import type { Io } from "../io.ts";
import { anyText, oneOf } from "../notation.ts";
import { wholeText } from "../number_text.ts";
import { requiredOption, valueOption } from "../option.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";

/** `export`: a trained model in the files that other programs read. */
export const exportCommand: Command = command({
  name: "export",
  summary: "a trained model as files that other programs read",
  description:
    "Writes a model that train made as a masked language model's folder: model.onnx, which takes input_ids and gives logits, tokenizer.json and tokenizer_config.json, which Hugging Face's libraries read, and config.json. Tokens keep their numbers, and the mask is the one after them; its logit is -10000, since it is never predicted. The exported model gives the same log-probabilities to 1e-4 nats, and measure --onnx takes the folder.",
  examples: [
    "unmask export --model news --out news-onnx",
    "unmask export --model news/model-400.safetensors --format onnx --out early",
  ],
  options: {
    model: requiredOption("--model", {
      notation: anyText,
      metavar: "DIR",
      help: "folder of a trained model, or a .safetensors file in it",
    }),
    format: valueOption("--format", {
      notation: oneOf(["onnx"]),
      metavar: "NAME",
      help: "onnx, the default and so far the only one",
    }),
    out: requiredOption("--out", {
      notation: anyText,
      metavar: "DIR",
      help: "folder of the files, made where it is not there; files of these names are replaced",
    }),
    ...commonOptions,
  },
  async answer({ model: path, format = "onnx", out }, { io, messages }): Promise<Answer> {
    messages.show(`reading ${path}`);
    const { model } = await readTrainedModel(path, io);
    const { exportedFiles } = await import("@unmask/onnx");
    messages.show(`writing ${out}`);
    const files = [...exportedFiles(model)].map(([name, bytes]) => ({ name, bytes }));
    // The model last: who finds it finds all that belongs to it.
    writeFolder(out, { files: files.toReversed(), io });
    const { length, vocabularySize } = model.config;
    const listed = files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    }));
    return {
      document: {
        model: path,
        format,
        out,
        length,
        vocabularySize,
        mask: vocabularySize,
        files: listed,
      },
      print: (columns) =>
        wrapText(
          `${escapeControls(out)}: a masked language model of ${wholeText(length)} tokens, ${
            wholeText(vocabularySize)
          } in the vocabulary and the mask ${vocabularySize}`,
          { columns, hang: 2 },
        ) +
        tableText(["file", "bytes"], listed.map(({ name, bytes }) => [name, wholeText(bytes)])),
    };
  },
});

function writeFolder(
  path: string,
  { files, io }: { files: readonly { name: string; bytes: Uint8Array }[]; io: Io },
): void {
  const folder = path.replace(/(?<=.)\/+$/, "");
  const attempt = (target: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      throw new BadInput(`Cannot write ${shown(target)}: ${(error as Error).message}`);
    }
  };
  attempt(folder, () => io.makeDirectory(folder));
  for (const { name, bytes } of files) {
    const target = `${folder}/${name}`;
    attempt(target, () => io.writeFile(target, bytes));
  }
}
