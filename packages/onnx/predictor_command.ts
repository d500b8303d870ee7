import process from "node:process";
import { fileURLToPath } from "node:url";
import type { ModelFolder } from "./open_model_folder.ts";

/** A program and how to start it. */
export interface ProgramCommand {
  /** The program. */
  readonly program: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** What messages call it. */
  readonly text: string;
}

/** Where the server and its own dependencies live. */
const room = new URL("./runtime/", import.meta.url);

const config = fileURLToPath(new URL("./runtime.json", room));

/**
 * The command of a process that answers for a model by the predictor protocol.
 *
 * A law is over all `K` tokens of the model, its special ones among them: what it wastes on these, it
 * pays for. Renormalising without them is another, better model, so it has to be asked for.
 *
 * @param folder The model
 * @param options `length` of sequences, `L`, without what the model wants around them; `withoutSpecial`
 *   renormalises every law without the special tokens, which get probability 0
 * @returns The command
 * @throws {RangeError} When the model has no positions for so many tokens
 */
export function predictorCommand(
  folder: ModelFolder,
  { length, withoutSpecial = false }: { length: number; withoutSpecial?: boolean },
): ProgramCommand {
  const { name, model, vocabularySize, longest, maskToken, tokenizer } = folder;
  if (!(Number.isSafeInteger(length) && length >= 1 && length <= longest)) {
    throw new RangeError(
      `Cannot run the model ${name}: sequences must have from 1 to ${longest} tokens, got ${length}`,
    );
  }
  const { before, after, special } = tokenizer;
  const excluded = withoutSpecial ? [...new Set([...special, maskToken])] : [];
  const served = { name, file: model, length, vocabularySize, maskToken, before, after, excluded };
  const args = [
    "run",
    "--quiet",
    `--config=${config}`,
    "--cached-only",
    "--no-prompt",
    "--allow-ffi",
    fileURLToPath(new URL("./serve.ts", room)),
    JSON.stringify(served),
  ];
  return { program: process.execPath, args, text: name };
}

/**
 * The command that downloads ONNX Runtime where it is not yet on the machine: 114 MB once, which the
 * workspace's own lock spares everyone else.
 *
 * @returns The command; it does nothing where everything is there
 */
export function runtimeDownloadCommand(): ProgramCommand {
  const args = ["install", "--quiet", `--config=${config}`, "--frozen"];
  return { program: process.execPath, args, text: "the download of ONNX Runtime" };
}
