import assert from "node:assert/strict";
import { readClaimData } from "../claim_files.ts";
import { judgePolicies } from "./judge.ts";
import { policies } from "./make.ts";
import { families, laws, type Result } from "./result.ts";

/** For each part of the sentence, what to do to the rows so that it becomes false. */
const falsehoods: Record<string, (row: Result) => Result> = {
  "surest first at an eighth of the price on the long Potts chain": (row) =>
    row.law === laws.longStrong && row.family === families.fitting
      ? { ...row, estimatedPathError: row.estimatedPathError! / 8 }
      : row,
  "surest first at half the price on letters": (row) =>
    row.law === laws.letters && row.family === families.sized
      ? { ...row, estimatedPathError: row.estimatedPathError! / 2 }
      : row,
  "letters with standard errors as large as their errors": (row) =>
    row.law === laws.letters ? { ...row, pathErrorStandardError: row.estimatedPathError } : row,
  "confidence at three times the price on letter classes": (row) =>
    row.law === laws.classes && row.policy === "confidence"
      ? { ...row, pathError: 3 * row.pathError! }
      : row,
  "an entropy-bounded rule that keeps a third of its promise": (row) =>
    row.policy === "entropy-bounded" ? { ...row, promised: row.promised! / 3 } : row,
  "bisection with an error of a millionth": (row) =>
    row.policy === "bisection" && row.pathError !== null ? { ...row, pathError: 1e-6 } : row,
  "bisection that takes an iteration more": (row) =>
    row.policy === "bisection" && row.evaluations !== null
      ? { ...row, evaluations: row.evaluations + 1 }
      : row,
  "estimates of random positions ten standard errors off": (row) =>
    row.family === families.random && row.estimatedPathError !== null
      ? {
        ...row,
        estimatedPathError: row.estimatedPathError + 10 * row.pathErrorStandardError!,
      }
      : row,
  "an endpoint error below the path error of confidence": (row) =>
    row.policy === "confidence" && row.endpointError !== null
      ? { ...row, endpointError: 0.9 * row.endpointError }
      : row,
};

for (const [falsehood, change] of Object.entries(falsehoods)) {
  Deno.test(`policies: ${falsehood} would refute the sentence`, async () => {
    const rows = (await readClaimData(policies)).rows as readonly Result[];
    assert.equal(judgePolicies(rows).verdict, "holds");
    assert.equal(judgePolicies(rows.map(change)).verdict, "refuted");
  });
}

Deno.test("policies: no row has an exact and an estimated value under one name", async () => {
  const rows = (await readClaimData(policies)).rows as readonly Result[];
  for (const row of rows) {
    assert.equal(row.estimatedPathError === null, row.pathErrorStandardError === null);
    assert.equal(row.estimatedEvaluations === null, row.evaluationsStandardError === null);
    // What is enumerated is not estimated.
    if (row.endpointError !== null) assert.equal(row.estimatedPathError, null);
  }
});
