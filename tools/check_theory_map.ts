/**
 * Checks `docs/theory-map.md` against the tree, both ways: what it names exists, every bound and
 * every property test is named, and every `proved for L <= n` is proved again.
 *
 * Prints each breach as `docs/theory-map.md:line: message` and ends with status 1 if there is any.
 *
 *     deno run --allow-read tools/check_theory_map.ts
 *
 * @module
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Bound, bounds } from "@unmask/convergence";
import { firstUnproved, PROOF_LENGTH_LIMIT } from "./check_theory_map_proofs.ts";
import { type TheoryMapRow, theoryMapRows } from "./check_theory_map_rows.ts";

const page = "docs/theory-map.md";

/** What the map is held against. */
export interface TheoryMapTree {
  /** Whether a path is a file or a folder, relative to the root; `null` where there is nothing. */
  kindOf(path: string): Promise<"file" | "folder" | null>;
  /** Property tests, relative to the root. */
  readonly propertyTests: readonly string[];
  /** Every bound. */
  readonly bounds: readonly Bound[];
}

/**
 * Every breach of the map.
 *
 * @param markdown Text of the map
 * @param tree What it is held against
 * @returns One line for each breach, those of rows first
 */
export async function theoryMapBreaches(markdown: string, tree: TheoryMapTree): Promise<string[]> {
  const rows = theoryMapRows(markdown);
  const breaches: string[] = [];
  for (const row of rows) {
    const found = [
      ...await missing(row, tree),
      ...unknownBound(row, tree),
      ...falseStatus(row, tree),
    ];
    breaches.push(...found.map((message) => `${page}:${row.line}: ${message}`));
  }
  for (const { key } of tree.bounds) {
    const count = rows.filter(({ bound }) => bound === key).length;
    if (count !== 1) breaches.push(`${page}: bound ${key} must have one row, got ${count}`);
  }
  for (const test of tree.propertyTests) {
    if (rows.some(({ tests }) => tests.includes(test))) continue;
    breaches.push(`${page}: no row names ${test}`);
  }
  return breaches;
}

async function missing(row: TheoryMapRow, tree: TheoryMapTree): Promise<string[]> {
  const breaches: string[] = [];
  for (const path of [...row.files, ...row.tests]) {
    if (await tree.kindOf(path) !== "file") breaches.push(`${path} must be a file`);
  }
  for (const path of row.reports) {
    if (await tree.kindOf(path) !== "folder") breaches.push(`${path} must be a folder`);
  }
  return breaches;
}

function unknownBound({ bound }: TheoryMapRow, { bounds: known }: TheoryMapTree): string[] {
  if (bound === null || known.some(({ key }) => key === bound)) return [];
  return [`${bound} is not a bound of packages/convergence/bounds.ts`];
}

/** A status is `exact`, `tested`, `not read` or `proved for L <= n`, and a remark after it. */
function falseStatus(row: TheoryMapRow, tree: TheoryMapTree): string[] {
  const { status, files } = row;
  const [, claim, limit] = /^(exact|tested|not read|proved for L <= (\d+))(?:;|$)/.exec(status) ??
    [];
  if (claim === undefined) return [`"${status}" is not a status`];
  if (claim !== "not read" && files.length === 0) return [`"${status}" must name a file`];
  if (limit === undefined) {
    return claim === "tested" && row.tests.length === 0 ? ["tested must name a test"] : [];
  }
  if (Number(limit) > PROOF_LENGTH_LIMIT) {
    return [`"${status}" must be decided again here, so n must be at most ${PROOF_LENGTH_LIMIT}`];
  }
  const bound = tree.bounds.find(({ key }) => key === row.bound);
  if (bound?.coefficients === undefined) {
    return [`"${status}" must be of a bound that can be decided`];
  }
  const failed = firstUnproved(bound, Number(limit));
  return failed === null ? [] : [`"${status}": ${bound.key} is not proved for L = ${failed}`];
}

if (import.meta.main) {
  const root = fileURLToPath(import.meta.resolve("../"));
  const tests = await readdir(join(root, "property-tests"));
  const breaches = await theoryMapBreaches(await readFile(join(root, page), "utf8"), {
    kindOf: async (path) => {
      const found = await stat(join(root, path)).catch(() => null);
      return found === null ? null : found.isDirectory() ? "folder" : "file";
    },
    propertyTests: tests.filter((name) => name.endsWith("_test.ts"))
      .map((name) => `property-tests/${name}`),
    bounds,
  });
  for (const breach of breaches) process.stdout.write(`${breach}\n`);
  if (breaches.length > 0) process.exitCode = 1;
}
