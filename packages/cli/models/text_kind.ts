import type { Alphabet, CorpusPart } from "@unmask/language";
import { BadInput, shown } from "../bad_input.ts";
import { anyText, oneOf } from "../notation.ts";
import { valueOption } from "../option.ts";
import { readTextFile, type TextFile } from "../read_text_file.ts";
import { encodedTexts } from "./encoded_texts.ts";
import {
  type HeldOutDocuments,
  type HeldOutKind,
  heldOutKind,
  type HeldOutText,
} from "./held_out_kind.ts";
import type { OpenedModel } from "./model_kind.ts";
import { seenNotes } from "./seen_notes.ts";
import { splitOption } from "./split_option.ts";

/** `--text`: a file of text, one document. */
export const heldOutTextKind: HeldOutKind = heldOutKind({
  name: "text",
  metavar: "FILE",
  options: {
    text: valueOption("--text", {
      notation: anyText,
      metavar: "FILE",
      help: "held-out text, UTF-8; - is standard input",
    }),
    alphabet: valueOption("--alphabet", {
      notation: oneOf(["letters", "characters"]),
      metavar: "NAME",
      help:
        "tokens of --text where the model has none of its own: letters (a-z and space, the rest folded; the default) or characters (those of the text, by code point)",
    }),
    split: splitOption,
  },
  async open({ text: file, alphabet: name, split: part }, io): Promise<HeldOutText> {
    const read = readTextFile(file!, io);
    const { sha256 } = read;
    const { whole, texts } = await partOf(read, { file: file!, part });
    return {
      record: { kind: "text", file: file!, split: part ?? null, sha256 },
      async documents(opened): Promise<HeldOutDocuments> {
        const { encode, trainedOn } = opened;
        if (encode !== undefined && name !== undefined) {
          throw new BadInput(
            `Cannot measure: --alphabet must stand with a model without tokens of its own, got ${name}`,
          );
        }
        const { charactersOf, letters } = await import("@unmask/language");
        const alphabet = name === "characters" ? charactersOf(whole) : letters;
        if (encode === undefined) checkSize(alphabet, { opened, file: file! });
        const { notes, ...encoded } = encodedTexts(texts, { opened, tokeniser: alphabet });
        return { ...encoded, notes: [...seenNotes(trainedOn, { sha256, part }), ...notes] };
      },
    };
  },
});

/** The documents of a part, those that `train --text` makes, or the whole text as one document. */
async function partOf(
  { text }: TextFile,
  { file, part }: { file: string; part: CorpusPart | undefined },
): Promise<{ whole: string; texts: readonly string[] }> {
  if (part === undefined) return { whole: text, texts: [text] };
  const { textCorpusOf } = await import("@unmask/corpora");
  const { splitCorpus, textOf } = await import("@unmask/language");
  const corpus = await textCorpusOf({ name: file, bytes: new TextEncoder().encode(text) });
  // As in training, characters of any part have their numbers in all.
  return {
    whole: textOf(corpus.documents),
    texts: splitCorpus(corpus)[part].map((document) => document.text),
  };
}

function checkSize(
  { name, symbols: { length } }: Alphabet,
  { opened: { model: { vocabularySize } }, file }: { opened: OpenedModel; file: string },
): void {
  if (length <= vocabularySize) return;
  throw new BadInput(
    `Cannot measure on ${
      shown(file)
    }: symbols of the alphabet ${name} must be at most ${vocabularySize}, the model's vocabulary, got ${length}`,
  );
}
