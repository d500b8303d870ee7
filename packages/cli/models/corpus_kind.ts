import { anyText } from "../notation.ts";
import { dataOption, readCorpusIn } from "../data_option.ts";
import { valueOption } from "../option.ts";
import { BadInput } from "../bad_input.ts";
import { encodedTexts } from "./encoded_texts.ts";
import {
  type HeldOutDocuments,
  type HeldOutKind,
  heldOutKind,
  type HeldOutText,
} from "./held_out_kind.ts";
import { seenNotes } from "./seen_notes.ts";
import { splitOption } from "./split_option.ts";

/** `--corpus`: the documents of a part of a corpus. */
export const corpusKind: HeldOutKind = heldOutKind({
  name: "corpus",
  metavar: "NAME",
  options: {
    corpus: valueOption("--corpus", {
      notation: anyText,
      metavar: "NAME",
      help: "a corpus, see unmask corpora; KEY:words is a shuffled twin",
    }),
    data: dataOption,
    split: splitOption,
  },
  async open({ corpus: name, data: directory, split = "test" }): Promise<HeldOutText> {
    const { letters, splitCorpus } = await import("@unmask/language");
    const corpus = await readCorpusIn(name!, directory);
    const documents = splitCorpus(corpus)[split];
    return {
      record: { kind: "corpus", name: name!, split, sha256: corpus.sha256 },
      // deno-lint-ignore require-await -- what is refused must reject
      async documents(opened): Promise<HeldOutDocuments> {
        const { encode, trainedOn, model: { vocabularySize } } = opened;
        if (encode === undefined && !(letters.size <= vocabularySize)) {
          throw new BadInput(
            `Cannot measure on ${name}: letters must be at most ${vocabularySize}, the model's vocabulary, got ${letters.size}`,
          );
        }
        const { notes, ...encoded } = encodedTexts(documents.map(({ text }) => text), {
          opened,
          tokeniser: letters,
        });
        return {
          ...encoded,
          notes: [...seenNotes(trainedOn, { corpus: name!, part: split }), ...notes],
        };
      },
    };
  },
});
