import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { arbitrarySizes } from "@unmask/testing";
import { maskSizes } from "@unmask/schedules";
import fc from "fast-check";
import { sizesFromCsv, sizesToCsv } from "./sizes_csv.ts";

const csv = "iteration,size,revealed\n0,3,0\n1,3,3\n2,2,6\n";

Deno.test("sizesToCsv() writes an iteration a line, with the tokens revealed before it", () => {
  strictEqual(sizesToCsv(maskSizes([3, 3, 2])), csv);
});

Deno.test("sizesFromCsv() undoes sizesToCsv(), for every schedule", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }).chain(arbitrarySizes), (values) => {
      deepStrictEqual([...sizesFromCsv(sizesToCsv(maskSizes(values)))], values);
    }),
    { seed: 13, numRuns: 200 },
  );
});

Deno.test("sizesFromCsv() reads what a spreadsheet makes of it", () => {
  const same = [
    csv.trimEnd(),
    csv.replaceAll("\n", "\r\n"),
    `${csv}\n\n`,
    "size\n3\n3\n2\n",
    "revealed, size\n0, 3\n3, 3\n6, 2\n",
    '"iteration","size","revealed"\n"0","3","0"\n"1","3","3"\n"2","2","6"\n',
  ];
  for (const text of same) deepStrictEqual([...sizesFromCsv(text, { length: 8 })], [3, 3, 2]);
});

Deno.test("sizesFromCsv() refuses what is no schedule, saying where", () => {
  const refusals: readonly [string, RegExp][] = [
    ["", /the first line must name the columns iteration,size,revealed, got ""$/],
    ["0,3,0\n1,3,3\n", /must name the columns .*got 0,3,0$/],
    ["iteration,revealed\n0,0\n", /must name the columns/],
    ["size,size\n3,3\n", /must name the columns/],
    ["size,steps\n3,3\n", /must name the columns .*got size,steps$/],
    ["iteration;size;revealed\n0;3;0\n", /with commas between them, got iteration;size;revealed$/],
    ["size\n", /at least one size, got none$/],
    ["size\n3\n0\n", /at least 1, got 0$/],
    ["size\n3\n-1\n", /line 3 must have an integer for each column, got -1$/],
    ["size\n3.0\n", /line 2 must have .*got 3\.0$/],
    ["size\nNaN\n", /line 2 must have .*got NaN$/],
    ["size\n3\n\n3\n", /line 3 must have .*got ""$/],
    ["size\n3,3\n", /line 2 must have an integer for each column, got 3,3$/],
    ["iteration,size\n1,3\n2,3\n", /iteration must be 0 at line 2, .*got 1$/],
    ["size,revealed\n3,0\n3,2\n", /revealed must be 3 at line 3, .*got 2$/],
    // The paper's order: what is revealed last stands first.
    ["size,revealed\n2,6\n3,3\n3,0\n", /revealed must be 0 at line 2, .*got 6$/],
  ];
  for (const [text, message] of refusals) {
    throws(() => sizesFromCsv(text), { name: "RangeError", message });
  }
  throws(() => sizesFromCsv(csv, { length: 9 }), /must sum to the length 9, got 8$/);
});
