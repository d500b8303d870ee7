/**
 * A masked language model in an ONNX file as a server of the predictor protocol: one JSON object a
 * line on standard input, one answer a line on standard output, until standard input ends.
 *
 *     deno run --config runtime.json --cached-only --allow-ffi serve.ts '{"file":"model.onnx", ..}'
 *
 * @module
 */
import process from "node:process";
import { answerRequest } from "./answer_request.ts";
import { linesOf } from "./lines_of.ts";
import { type MaskedLanguageModel, openMaskedLanguageModel } from "./masked_language_model.ts";
import { loadOnnxRuntime } from "./onnx_runtime.ts";
import { readServedModel, type ServedModel } from "./served_model.ts";

/** Name and version of the protocol. */
const PROTOCOL = "unmask-predictor/1";

/**
 * Serves a model until there are no more requests.
 *
 * @param served What to serve
 * @param write Receives each answer
 */
async function serve(served: ServedModel, write: (answer: unknown) => void): Promise<void> {
  let model: MaskedLanguageModel | undefined;
  for await (const line of linesOf(Deno.stdin.readable)) {
    if (line.trim() === "") continue;
    const message = parsed(line);
    const { protocol, id } = (message ?? {}) as { protocol?: unknown; id?: unknown };
    try {
      if (protocol === PROTOCOL) {
        model ??= await openMaskedLanguageModel(await loadOnnxRuntime(), served);
        const { length, vocabularySize, name } = served;
        write({ protocol, length, vocabularySize, name });
      } else if (model === undefined) {
        throw new RangeError(`the first line must ask for ${PROTOCOL}`);
      } else {
        write(await answerRequest(message, { model, served }));
      }
    } catch (error) {
      write({ id, error: oneLine(error) });
    }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").trim();
}

if (import.meta.main) {
  try {
    await serve(
      readServedModel(Deno.args[0] ?? ""),
      (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`),
    );
  } catch (error) {
    process.stderr.write(`${oneLine(error)}\n`);
    process.exitCode = 2;
  }
}
