import assert from "node:assert/strict";
import { readClaimData } from "../claim_files.ts";
import { judgeDependence } from "./judge.ts";
import { dependence } from "./make.ts";
import { LENGTH, orders, type Result, shareOf } from "./result.ts";

/** For each part of the sentence, what to do to the row of a text so that it becomes false. */
const falsehoods: Record<string, (row: Result) => Result> = {
  "an error that does not depend on the text": (row) => ({
    ...row,
    uniform: 2,
    overTotal: 2 - shareOf(row.length) * row.total!,
    overMutual: 2 - shareOf(row.length) * row.mutual! / 2,
  }),
  "errors a fifth above their share of the total correlation": (row) => ({
    ...row,
    total: row.total! / 1.2,
  }),
  "errors a fifth above their share of the mutual information": (row) => ({
    ...row,
    mutual: row.mutual! / 1.2,
  }),
  "errors that scatter about their share of the mutual information": (row) => ({
    ...row,
    overMutual: row.overMutual! + (row.length === LENGTH ? 0.4 : -0.4),
  }),
  "letters in random order that tell of each other": (row) =>
    row.order === orders[2] ? { ...row, total: 1 } : row,
  "shuffled words that tell half as much": (row) =>
    row.order === orders[1] ? { ...row, total: row.total! / 2 } : row,
  "texts that all depend alike": (row) => row.order === orders[2] ? row : { ...row, total: 50 },
  "plans that save four standard errors": (row) => ({ ...row, saved: 4 * row.savedError! }),
};

for (const [falsehood, change] of Object.entries(falsehoods)) {
  Deno.test(`dependence: ${falsehood} would refute the sentence`, async () => {
    const rows = (await readClaimData(dependence)).rows as readonly Result[];
    const falsified = rows.map((row) => row.part === "text" ? change(row) : row);
    assert.equal(judgeDependence(rows).verdict, "holds");
    assert.equal(judgeDependence(falsified).verdict, "refuted");
  });
}
