import type { Tokeniser } from "@unmask/language";
import { percentText } from "../number_text.ts";
import type { HeldOutDocuments } from "./held_out_kind.ts";
import type { OpenedModel } from "./model_kind.ts";

/** The share of a text's characters that may be folded away unmentioned: punctuation and some digits. */
const UNMENTIONED = 0.1;

/**
 * Texts as tokens of a model, with a note where the alphabet of letters folds much of them away.
 *
 * @param texts The documents
 * @param context The model, and the `tokeniser` for one that has none of its own
 * @returns Their tokens and notes
 * @throws {RangeError} On a text that there are no tokens for
 */
export function encodedTexts(
  texts: readonly string[],
  { opened, tokeniser }: { opened: OpenedModel; tokeniser: Tokeniser },
): HeldOutDocuments {
  const { encode, tokeniser: own } = opened;
  const tokens = texts.map((text) => (encode ?? tokeniser.encode)(text));
  const name = encode === undefined ? tokeniser.name : own;
  const share = name === "letters" ? foldedShare(texts) : 0;
  if (!(share > UNMENTIONED)) return { tokens, notes: [] };
  const folded = `the alphabet letters folds away ${
    percentText(share)
  } of the text's characters, all but a-z`;
  const other = encode === undefined
    ? "--alphabet characters keeps them"
    : "a model trained with --tokeniser characters keeps them";
  const hint = `${folded}; ${other}`;
  return { tokens, hint, notes: [`Warning: ${hint}.`] };
}

/** The share of characters, white space apart, that no letter is left of. O(characters). */
function foldedShare(texts: readonly string[]): number {
  let all = 0;
  let folded = 0;
  for (const text of texts) {
    // Characters as they are read: with their marks, and before what they decompose into.
    for (const character of text.normalize("NFC")) {
      if (/[\s\p{M}]/u.test(character)) continue;
      all++;
      if (!hasLetter(character)) folded++;
    }
  }
  return all === 0 ? 0 : folded / all;
}

function hasLetter(character: string): boolean {
  return /[a-z]/.test(character.normalize("NFKD").toLowerCase());
}
