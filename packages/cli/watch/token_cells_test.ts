import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { Alphabet } from "@unmask/language";
import { rowStarts, tokenCells } from "./token_cells.ts";

function alphabet(symbols: string[]): Alphabet {
  return { symbols } as unknown as Alphabet;
}

Deno.test("numbers are as wide as the widest of them, with spaces between", () => {
  const cells = tokenCells({ vocabularySize: 11 }, { masks: ["_"] });
  deepStrictEqual(cells.of(7), { text: " 7", columns: 2 });
  deepStrictEqual(cells.of(10), { text: "10", columns: 2 });
  deepStrictEqual(cells.mask, { text: " _", columns: 2 });
  strictEqual(cells.separator, " ");
  strictEqual(tokenCells({ vocabularySize: 10 }, { masks: ["_"] }).mask.columns, 1);
});

Deno.test("characters stand close together, and none of them steers the terminal", () => {
  const symbols = ["a", "\n", "\x1b", "\x7f", "\u0301", "\u202e", " "];
  const cells = tokenCells({ vocabularySize: 7, alphabet: alphabet(symbols) }, { masks: ["_"] });
  deepStrictEqual(symbols.map((_, token) => cells.of(token)), [
    { text: "a", columns: 1 },
    { text: "\u240a", columns: 1 },
    { text: "\u241b", columns: 1 },
    { text: "\u2421", columns: 1 },
    { text: "\u25cc\u0301", columns: 1 },
    { text: "\\u{202e}", columns: 8 },
    { text: " ", columns: 1 },
  ]);
  strictEqual(cells.separator, "");
});

Deno.test("a masked token never looks like a token", () => {
  const mask = (symbols: string[]): string =>
    tokenCells({ vocabularySize: 2, alphabet: alphabet(symbols) }, { masks: ["_", "\u00b7", "x"] })
      .mask.text;
  strictEqual(mask(["a", "b"]), "_");
  strictEqual(mask(["a", "_"]), "\u00b7");
  strictEqual(mask(["\u00b7", "_"]), "x");
});

Deno.test("cells are as wide as most symbols, so that revealing one moves no other", () => {
  const wide = tokenCells({ vocabularySize: 4, alphabet: alphabet(["漢", "字", "語", "a"]) }, {
    masks: ["_"],
  });
  deepStrictEqual([0, 3].map(wide.of), [{ text: "漢", columns: 2 }, { text: "a ", columns: 2 }]);
  deepStrictEqual(wide.mask, { text: "_ ", columns: 2 });
  const narrow = tokenCells({ vocabularySize: 3, alphabet: alphabet(["a", "b", "漢"]) }, {
    masks: ["_"],
  });
  deepStrictEqual([narrow.of(2), narrow.mask], [
    { text: "漢", columns: 2 },
    { text: "_", columns: 1 },
  ]);
});

Deno.test("rows are as long as the page allows, and no longer", () => {
  const cells = (...columns: number[]): { text: string; columns: number }[] =>
    columns.map((wide) => ({ text: "x".repeat(wide), columns: wide }));
  const starts = (columns: number, separator: string, ...widths: number[]): number[] =>
    rowStarts(cells(...widths), { columns, separator });
  deepStrictEqual(starts(4, "", 1, 1, 1, 1, 1), [0, 4, 5]);
  deepStrictEqual(starts(5, " ", 1, 1, 1, 1), [0, 3, 4]);
  deepStrictEqual(starts(4, " ", 1, 1, 1), [0, 2, 3]);
  deepStrictEqual(starts(4, "", 1, 2, 2, 8, 1), [0, 2, 3, 4, 5]);
  deepStrictEqual(starts(4, "", 9), [0, 1]);
});
