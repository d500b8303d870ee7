import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { piecesOf } from "./text_pieces.ts";

Deno.test("piecesOf() cuts between words, numbers, signs and spaces, and loses nothing", () => {
  deepStrictEqual(piecesOf("It's  12 a.m.\n\tdéjà vu!?"), [
    ...["It", "'", "s", " ", " 12", " a", ".", "m", ".", "\n", "\t", "déjà", " vu", "!?"],
  ]);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    strictEqual(piecesOf(text).join(""), text);
  }));
});
