import assert from "node:assert/strict";
import type { Row } from "@unmask/reporting";
import { readClaim, readClaimData } from "./claim_files.ts";
import type { AnyClaimMaker } from "./claim_maker.ts";
import { claims } from "./claims.ts";
import { withClaimsTable } from "./readme_table.ts";

/** For each claim, what to do to its rows so that its sentence becomes false. */
const falsehoods: Record<string, (row: Row) => Row> = {
  // An optimum without its lead over cosine.
  "language-like-curve": (row) =>
    row["schedule"] === "optimal" ? { ...row, at: 1.04 * number(row, "at") } : row,
  // Samples that are right a hundredth more often than coins allow.
  "abab": (row) => ({ ...row, valid: 1.01 * number(row, "valid") }),
  // An error that falls as the square root of 1/T.
  "one-over-t": (row) => ({
    ...row,
    pathError: number(row, "pathError") * number(row, "steps") ** 0.5,
  }),
  // An error that does not grow with the mutual information.
  "mutual-information": (row) => ({
    ...row,
    pathError: 1,
    ratio: 1 / number(row, "totalMutualInformation"),
  }),
  // An error above MI / T.
  "fewer-steps-than-tokens": (row) => ({ ...row, share: 1.01 * (2 - number(row, "share")) }),
  // Upper bounds half as large: below the error wherever they are close to it.
  "upper-and-lower-bounds": (row) =>
    row["kind"] === "upper" ? { ...row, value: number(row, "value") / 2 } : row,
  // A largest size that is missed by one: Theorem 1 attained at other than powers of two.
  "tightness": (row) =>
    row["bound"] === "li-cai-theorem-1" ? { ...row, largest: number(row, "largest") + 1 } : row,
  // A simulation that disagrees with the exact error by ten standard errors.
  "real-text": (row) =>
    row["kind"] === "simulation"
      ? { ...row, nats: number(row, "nats") + 10 * number(row, "standardError") }
      : row,
  // Blocks that cost as much as the square root of their number.
  "block-length": (row) => ({ ...row, ratio: number(row, "ratio") ** 0.5 }),
  // Mixtures twice as bad: no better than one schedule.
  "knowing-nothing": (row) =>
    row["schedule"] === "random schedule" ? { ...row, value: 2 * number(row, "value") } : row,
  // Weak chains that are overstated by the square root of 1/c.
  "path-and-endpoint": (row) =>
    row["part"] === "steps" ? { ...row, ratio: number(row, "ratio") ** 0.5 } : row,
  // Intervals that hold the truth a tenth less often.
  "planning-from-losses": (row) => ({ ...row, covered: number(row, "covered") - 0.1 }),
  // A training error that more steps cure.
  "training-error-floor": (row) =>
    row["trainingError"] === null
      ? row
      : { ...row, trainingError: number(row, "trainingError") / number(row, "steps") },
  // Surest first at half the price: no dearer than random positions on the strong chain.
  "policies": (row) =>
    row["family"] === "surest first, as many as fit" && row["pathError"] !== null
      ? { ...row, pathError: number(row, "pathError") / 2 }
      : row,
  // Samples in few iterations as good as in many.
  "generated-text": (row) => row["part"] === "samples" ? { ...row, loss: 2.1 } : row,
  // A mask predictor that loses a fifth of a nat less.
  "steps-and-time": (row) =>
    row["excess"] === null ? row : { ...row, excess: number(row, "excess") - 0.2 },
  // Pupils that are as wrong in the end as at the beginning.
  "training-error": (row) =>
    typeof row["trainingError"] === "number" ? { ...row, trainingError: 1 } : row,
  // A cosine at the price of balanced sizes.
  "balanced-and-unbalanced": (row) =>
    row["schedule"] === "cosine"
      ? { ...row, predictedExcess: number(row, "predictedExcess") / 1.4 }
      : row,
  // Texts that cost as much in any order.
  "dependence": (row) =>
    row["part"] === "text" ? { ...row, uniform: 2, overTotal: 2 - number(row, "total") / 21 } : row,
  // A network that has learned frequencies alone.
  "trained-predictor": (row) => ({ ...row, difference: number(row, "difference") / 10 }),
};

function number(row: Row, key: string): number {
  const value = row[key];
  assert.equal(typeof value, "number");
  return value as number;
}

for (const maker of claims) {
  Deno.test(`${maker.key}: the committed verdict follows from the committed rows`, async () => {
    const data = await readClaimData(maker);
    const { verdict, evidence, statistics } = maker.judge(data.rows);
    assert.deepEqual({ verdict, evidence, statistics }, {
      verdict: data.verdict,
      evidence: data.evidence,
      statistics: data.statistics,
    });
    assert.equal(verdict, "holds");
  });

  Deno.test(`${maker.key}: rows that contradict the sentence refute it`, async () => {
    const { rows } = await readClaimData(maker);
    const falsified = rows.map(falsehoods[maker.key]!);
    assert.equal(maker.judge(falsified).verdict, "refuted");
  });

  Deno.test(`${maker.key}: claim.md is one quoted sentence and paragraphs`, async () => {
    const report = await readClaim(maker);
    assert.match(report.sentence, /^[A-Z].*\.$/);
    assert.ok(report.paragraphs.length >= 1);
    assert.ok(report.paragraphs.length + report.method.length >= 2);
    assert.ok(report.rows.length >= 10);
  });
}

Deno.test("the README's table of claims is the one that the committed results make", async () => {
  const readme = await Deno.readTextFile(new URL("../README.md", import.meta.url));
  const reports = await Promise.all(claims.map(readClaim));
  assert.equal(withClaimsTable(readme, reports), readme);
  assert.throws(() => withClaimsTable("no marks", reports), RangeError);
});

Deno.test("claims have distinct keys", () => {
  const keys = claims.map(({ key }: AnyClaimMaker) => key);
  assert.equal(new Set(keys).size, keys.length);
});
