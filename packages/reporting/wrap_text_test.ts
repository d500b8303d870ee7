import assert from "node:assert/strict";
import { wrapText } from "./wrap_text.ts";

const cases: readonly (readonly [string, string, number, readonly string[]])[] = [
  ["between words", "one two three", 8, ["one two", "three"]],
  ["inside a word that is too long", "abcdefgh i", 3, ["abc", "def", "gh", "i"]],
  ["nowhere when it fits", "one two", 7, ["one two"]],
  ["an empty text into one empty line", "", 5, [""]],
  ["wide characters by their width", "漢字漢字", 5, ["漢字", "漢字"]],
  ["runs of space as one", "a   b", 9, ["a b"]],
];

for (const [what, text, width, lines] of cases) {
  Deno.test(`wrapText() breaks ${what}`, () => assert.deepEqual(wrapText(text, width), lines));
}
