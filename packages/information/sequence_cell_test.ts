import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { sequences } from "@unmask/testing";
import { cellOfSequence, sequenceOfCell } from "./sequence_cell.ts";

Deno.test("cells are row-major, last token fastest", () => {
  strictEqual(cellOfSequence(Int32Array.of(0, 0, 1), 3), 1);
  strictEqual(cellOfSequence(Int32Array.of(1, 0, 0), 3), 9);
  strictEqual(cellOfSequence(Int32Array.of(2, 1, 2), 3), 23);
});

Deno.test("sequenceOfCell() undoes cellOfSequence(), over every sequence of small spaces", () => {
  for (const [length, states] of [[1, 1], [4, 1], [1, 5], [3, 4], [6, 2]] as const) {
    const out = new Int32Array(length);
    let cell = 0;
    for (const tokens of sequences(length, states)) {
      strictEqual(cellOfSequence(Int32Array.from(tokens), states), cell);
      sequenceOfCell(cell, states, out);
      deepStrictEqual([...out], tokens);
      cell++;
    }
    strictEqual(cell, states ** length);
  }
});
