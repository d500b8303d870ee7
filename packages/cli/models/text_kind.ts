import { BadInput, shown } from "../bad_input.ts";
import { anyText, oneOf } from "../notation.ts";
import { valueOption } from "../option.ts";
import { readTextFile } from "../read_text_file.ts";
import { type HeldOutKind, heldOutKind, type HeldOutText } from "./held_out_kind.ts";

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
  },
  // deno-lint-ignore require-await -- what is refused must reject
  async open({ text: file, alphabet: name }, io): Promise<HeldOutText> {
    const { text, sha256 } = readTextFile(file!, io);
    return {
      record: { kind: "text", file: file!, sha256 },
      async documents({ encode, model: { vocabularySize } }): Promise<readonly Int32Array[]> {
        if (encode !== undefined) {
          if (name === undefined) return [encode(text)];
          throw new BadInput(
            `Cannot measure: --alphabet must stand with a model without tokens of its own, got ${name}`,
          );
        }
        const { charactersOf, letters } = await import("@unmask/language");
        const alphabet = name === "characters" ? charactersOf(text) : letters;
        const { length } = alphabet.symbols;
        if (!(length <= vocabularySize)) {
          throw new BadInput(
            `Cannot measure on ${
              shown(file!)
            }: symbols of the alphabet ${alphabet.name} must be at most ${vocabularySize}, the model's vocabulary, got ${length}`,
          );
        }
        return [alphabet.encode(text)];
      },
    };
  },
});
