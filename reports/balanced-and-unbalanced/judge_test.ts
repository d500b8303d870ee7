import assert from "node:assert/strict";
import { readClaimData } from "../claim_files.ts";
import { judgeSchedules } from "./judge.ts";
import { balancedAndUnbalanced } from "./make.ts";
import { OTHERS, PLAN, type Result } from "./result.ts";

/** For each part of the sentence, what to do to the rows so that it becomes false. */
const falsehoods: Record<string, (row: Result) => Result> = {
  "a twelfth of a nat a letter more along paths of mailing lists": (row) =>
    row.corpus === OTHERS[1] ? { ...row, nll: row.nll + 1 / 12 + 3 * row.nllError } : row,
  "paths whose steps cost half as much as the curve says": (row) => ({
    ...row,
    excess: row.excess / 2,
  }),
  "a front-loaded schedule at the price of balanced sizes": (row) =>
    row.schedule === "front-loaded" ? { ...row, predictedOverUniform: 0 } : row,
  "a plan that saves a tenth": (row) =>
    row.schedule === PLAN ? { ...row, predictedOverUniform: -row.predictedExcess / 10 } : row,
  "an excess that falls as the square root of 1/T": (row) =>
    row.schedule === "uniform" ? { ...row, excess: row.excess * row.steps ** 0.5 } : row,
};

for (const [falsehood, change] of Object.entries(falsehoods)) {
  Deno.test(`balanced-and-unbalanced: ${falsehood} would refute the sentence`, async () => {
    const rows = (await readClaimData(balancedAndUnbalanced)).rows as readonly Result[];
    assert.equal(judgeSchedules(rows).verdict, "holds");
    assert.equal(judgeSchedules(rows.map(change)).verdict, "refuted");
  });
}
