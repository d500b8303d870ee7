/**
 * Runs the benchmarks of two commits in turn on this machine and compares them.
 *
 *     deno task bench-pair                 # against the commit before
 *     deno task bench-pair main
 *     deno task bench-pair HEAD            # against itself: nothing may be called a change
 *     deno task bench-pair main --filter optimum
 *     deno task bench-pair --quick --pairs 1
 *
 * The base is the argument, or `HEAD~1`, which for the merge that GitHub tests is what it merges
 * into; the head is what is checked out, with what is not committed. A base may know older options
 * of `bench.ts` only. Writes `benchmarks/pair/bench.json` and a summary. Status 1 where an answer is
 * wrong, lost or not the same each time; never for a time.
 *
 * @module
 */
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BenchTree, benchTree } from "./bench_tree.ts";
import type { BenchmarkRecord } from "./benchmark_record.ts";
import { machineName, readEnvironment } from "./environment.ts";
import { pairFigures } from "./pair_figures_of_records.ts";
import { pairSummary } from "./pair_summary.ts";
import { writeWhole } from "./write_whole.ts";

/** Five and five times of one law lie apart by chance in 1 of 126 cases only: fewer can show nothing. */
const PAIRS = 5;

/**
 * Runs two trees in turn, every other time the second first, so that a slow minute of the machine
 * falls on both.
 *
 * @param trees The two trees
 * @param options `pairs`, runs of each; `bench`, which runs one
 * @returns The records of each that ran
 */
export async function runInTurn(
  trees: { base: string; head: string },
  { pairs, bench }: { pairs: number; bench: BenchTree },
): Promise<{ base: BenchmarkRecord[]; head: BenchmarkRecord[] }> {
  const records = { base: [] as BenchmarkRecord[], head: [] as BenchmarkRecord[] };
  for (let i = 0; i < pairs; i++) {
    for (const side of i % 2 === 0 ? ["base", "head"] as const : ["head", "base"] as const) {
      const record = await bench(trees[side]);
      if (record !== null) records[side].push(record);
    }
  }
  return records;
}

async function git(root: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("git", { args, cwd: root }).output();
  const text = new TextDecoder();
  if (!success) {
    throw new RangeError(`Cannot compare: ${text.decode(stderr).trim().split("\n").at(-1)}`);
  }
  return text.decode(stdout).trim();
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readOptions(): { base: string; pairs: number; extra: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: Deno.args,
      options: {
        pairs: { type: "string", default: String(PAIRS) },
        quick: { type: "boolean", default: false },
        filter: { type: "string", default: "" },
      },
      allowPositionals: true,
    });
    const [base = "HEAD~1", ...others] = positionals;
    if (others.length > 0) refuse(`Cannot compare: there must be one base, got ${positionals}`);
    if (!/^[1-9]\d?$/.test(values.pairs) || Number(values.pairs) > 50) {
      refuse(`Cannot compare: pairs must be an integer in [1, 50], got ${values.pairs}`);
    }
    const extra = ["--filter", values.filter, ...values.quick ? ["--quick"] : []];
    return { base, pairs: Number(values.pairs), extra };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Runs both, writes what is found, and tells it. */
async function compare(): Promise<void> {
  const { base, pairs, extra } = readOptions();
  const root = fileURLToPath(import.meta.resolve("../"));
  const [baseCommit, headCommit] = [
    await git(root, "rev-parse", "--verify", "--end-of-options", `${base}^{commit}`),
    await git(root, "rev-parse", "HEAD"),
  ];
  const folder = await mkdtemp(join(tmpdir(), "unmask-pair-"));
  try {
    const tree = join(folder, "base");
    await git(root, "worktree", "add", "--quiet", "--detach", tree, baseCommit);
    const trees = { base: tree, head: root };
    const records = await runInTurn(trees, { pairs, bench: benchTree(folder, extra) })
      .finally(() => git(root, "worktree", "remove", "--force", tree));
    const figures = pairFigures({
      base: baseCommit,
      head: headCommit,
      baseRecords: records.base,
      headRecords: records.head,
      pairs,
      machine: machineName(await readEnvironment(new URL("../", import.meta.url))),
    });
    await writeWhole(new URL("./pair/bench.json", import.meta.url), `${JSON.stringify(figures)}\n`);
    const summary = pairSummary(figures);
    process.stdout.write(summary);
    const page = process.env["GITHUB_STEP_SUMMARY"];
    if (page) await appendFile(page, summary);
    if (figures.breaches.length > 0) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await compare().catch((error) => {
    if (error instanceof RangeError) refuse(error.message);
    throw error;
  });
}
