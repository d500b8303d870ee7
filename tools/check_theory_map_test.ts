import assert from "node:assert/strict";
import { type Bound, boundOf, bounds, flattenedExponent } from "@unmask/convergence";
import { theoryMapBreaches } from "./check_theory_map.ts";
import { firstUnproved } from "./check_theory_map_proofs.ts";
import { theoryMapRows } from "./check_theory_map_rows.ts";

const head = "| Statement | Theorem | Hypotheses | File | Test | Report | Status |\n" +
  "| --- | --- | --- | --- | --- | --- | --- |\n";

/** A row whose cells can be changed one at a time. */
function row(
  cells: Partial<Record<"statement" | "file" | "test" | "report" | "status", string>>,
): string {
  const {
    statement = "`sharp-max`",
    file = "[a](../packages/convergence/a.ts)",
    test = "[a](../property-tests/a_test.ts)",
    report = "[one](../reports/one)",
    status = "proved for L <= 6",
  } = cells;
  return `| ${statement} | t | h | ${file} | ${test} | ${report} | ${status} |\n`;
}

/** Breaches of a map in a tree with one bound, one property test and one report. */
function breaches(table: string): Promise<string[]> {
  const kinds: Record<string, "file" | "folder"> = {
    "packages/convergence/a.ts": "file",
    "property-tests/a_test.ts": "file",
    "reports/one": "folder",
  };
  return theoryMapBreaches(head + table, {
    kindOf: (path) => Promise.resolve(kinds[path] ?? null),
    propertyTests: ["property-tests/a_test.ts"],
    bounds: [boundOf("sharp-max")],
  });
}

Deno.test("theoryMapBreaches() passes a row whose every link leads somewhere", async () => {
  assert.deepEqual(await breaches(row({})), []);
  assert.deepEqual(await breaches(row({ report: "" })), []);
});

Deno.test("theoryMapBreaches() names a file, test or report that is not there", async () => {
  const gone = row({ file: "[b](../packages/b.ts)", report: "[two](../reports/two)" });
  assert.deepEqual(await breaches(gone), [
    "docs/theory-map.md:3: packages/b.ts must be a file",
    "docs/theory-map.md:3: reports/two must be a folder",
  ]);
  const report = await breaches(row({ report: "[a](../packages/convergence/a.ts)" }));
  assert.match(report[0]!, /a\.ts must be a folder/);
});

Deno.test("theoryMapBreaches() wants each bound once, and no bound that does not exist", async () => {
  assert.match((await breaches(row({}) + row({})))[0]!, /sharp-max must have one row, got 2/);
  const stranger = await breaches(row({ statement: "`sharp-min`", status: "tested" }));
  assert.match(stranger[0]!, /:3: sharp-min is not a bound/);
  assert.match(stranger[1]!, /sharp-max must have one row, got 0/);
});

Deno.test("theoryMapBreaches() wants every property test named", async () => {
  const found = await breaches(row({ test: "" }));
  assert.deepEqual(found, ["docs/theory-map.md: no row names property-tests/a_test.ts"]);
});

Deno.test("theoryMapBreaches() refuses a status that is none, or more than can be decided", async () => {
  assert.match((await breaches(row({ status: "true" })))[0]!, /"true" is not a status/);
  assert.match((await breaches(row({ status: "proved for L <= 21" })))[0]!, /at most 20/);
  const identity = row({ statement: "an identity" }) + row({});
  assert.match((await breaches(identity))[0]!, /must be of a bound that can be decided/);
});

Deno.test("a proved status is decided again, and a false one is found at its first length", () => {
  // (2 ceil(log2 s_max) - 1) MI / L is negative at s_max = 1, first seen with a step at L = 2.
  const flattened = { ...flattenedExponent, kind: "upper" } as unknown as Bound;
  assert.equal(firstUnproved(flattened, 8), 2);
  assert.equal(firstUnproved(boundOf("li-cai-theorem-1"), 10), null);
});

Deno.test("the lower half of Theorem 2 needs its condition on the length from 17 tokens on", () => {
  // Sizes from 8 to 16 that sum to 17 are 8, 9 and 9, 8 alone: on the code of dimension 8 with
  // weight 8/9 and the one of dimension 9 with weight 1/9 both cost 8/9 steps, and 15/16 are asked.
  const lower = boundOf("li-cai-theorem-2-lower");
  assert.equal(firstUnproved(lower, 20), null);
  assert.equal(firstUnproved({ ...lower, applies: () => true }, 20), 17);
});

Deno.test("every bound that can be decided is proved for short lengths", () => {
  for (const bound of bounds) {
    if (bound.coefficients) assert.equal(firstUnproved(bound, 10), null, bound.key);
  }
});

Deno.test("theoryMapRows() reads the maps of a page and no other table", () => {
  const other = "| a | b |\n| --- | --- |\n| 1 | 2 |\n";
  assert.deepEqual(theoryMapRows(`${other}\n${head}${row({})}\n${other}`), [{
    line: 7,
    bound: "sharp-max",
    files: ["packages/convergence/a.ts"],
    tests: ["property-tests/a_test.ts"],
    reports: ["reports/one"],
    status: "proved for L <= 6",
  }]);
  assert.throws(() => theoryMapRows(`${head}| too | few |\n`), RangeError);
});
