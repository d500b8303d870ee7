import { BadInput, shown } from "../bad_input.ts";
import { anyText } from "../notation.ts";
import { valueOption } from "../option.ts";
import { readLines } from "../read_lines.ts";
import {
  type HeldOutDocuments,
  type HeldOutKind,
  heldOutKind,
  type HeldOutText,
} from "./held_out_kind.ts";

/** Longest line in characters: a document of some ten million tokens. */
const LINE_LIMIT = 2 ** 26;

/** `--tokens`: a file of tokens, a JSON array a line, or what `sample --format jsonl` writes. */
export const tokensKind: HeldOutKind = heldOutKind({
  name: "tokens",
  metavar: "FILE",
  options: {
    tokens: valueOption("--tokens", {
      notation: anyText,
      metavar: "FILE",
      help:
        "in place of --text: JSON lines, an array of token ids a line, each a document of at least the length, or what sample --format jsonl writes; - is standard input",
    }),
  },
  // deno-lint-ignore require-await -- what is refused must reject
  async open({ tokens: file }, io): Promise<HeldOutText> {
    const documents: Int32Array[] = [];
    const sha256 = readLines(
      file!,
      (line, number) => {
        if (line.trim() !== "") documents.push(tokensOf(line, { file: file!, number }));
      },
      io,
      { limit: LINE_LIMIT },
    );
    return {
      record: { kind: "tokens", file: file!, sha256 },
      // deno-lint-ignore require-await -- what is refused must reject
      async documents({ model: { vocabularySize } }): Promise<HeldOutDocuments> {
        documents.forEach((tokens, n) => {
          const foreign = tokens.find((token) => token >= vocabularySize);
          if (foreign === undefined) return;
          throw new BadInput(
            `Cannot measure on ${shown(file!)}: tokens must be from 0 to ${
              vocabularySize - 1
            }, the model's, got ${foreign} in document ${n + 1}`,
          );
        });
        return { tokens: documents, notes: [] };
      },
    };
  },
});

function tokensOf(line: string, { file, number }: { file: string; number: number }): Int32Array {
  const refuse = (got: string): never => {
    throw new BadInput(
      `Cannot read ${
        shown(file)
      }: line ${number}: it must be a JSON array of integers from 0 to 2147483647, got ${got}`,
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuse(shown(line));
  }
  const list = Array.isArray(value) ? value : (value as { tokens?: unknown } | null)?.tokens;
  if (!Array.isArray(list)) return refuse(shown(line));
  return Int32Array.from(list, (token: unknown) => {
    const isToken = Number.isInteger(token) && (token as number) >= 0 &&
      (token as number) <= 2 ** 31 - 1;
    return isToken ? token as number : refuse(shown(JSON.stringify(token)));
  });
}
