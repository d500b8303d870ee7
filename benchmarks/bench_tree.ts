import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import type { BenchmarkRecord } from "./benchmark_record.ts";
import { fromFirstSchema } from "./first_schema.ts";

/** One run of the benchmarks of a tree; null where they do not run. */
export type BenchTree = (tree: string) => Promise<BenchmarkRecord | null>;

/** Options by which a run goes through all calls once, today's first: a base may be older. */
const ONCE = ["processes", "rounds"] as const;

/**
 * Runs the benchmarks of trees, each as its own version of them wants to be asked. A tree from before
 * records could be sent to a file has none, as one whose benchmarks fail; a line on standard error tells.
 *
 * @param folder Where a record is kept until it is read
 * @param extra Further arguments, that all versions know
 * @returns What runs one tree; it asks each tree once what it understands
 */
export function benchTree(folder: string, extra: readonly string[]): BenchTree {
  const file = join(folder, "record.json");
  const known = new Map<string, string | null>();
  return async (tree) => {
    if (!known.has(tree)) known.set(tree, await onceOption(tree));
    const once = known.get(tree);
    if (once === null) {
      const options = ONCE.map((name) => `--${name}`).join(" or ");
      process.stderr.write(`No times of ${tree}: its benchmarks must know ${options}\n`);
      return null;
    }
    await rm(file, { force: true });
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "bench", `--${once}`, "1", "--record", file, ...extra],
      cwd: tree,
      stdin: "null",
      stdout: "null",
      stderr: "inherit",
    }).output();
    const text = success ? await readFile(file, "utf8").catch(() => null) : null;
    return text === null ? null : fromFirstSchema(JSON.parse(text)) as BenchmarkRecord;
  };
}

/**
 * By which option the benchmarks of a tree can be told to go through all calls once.
 *
 * @param tree The tree
 * @returns The option, without dashes; null where it knows none. Where benchmarks cannot even be asked,
 *   today's, so that the run says what is wrong
 */
export async function onceOption(tree: string): Promise<string | null> {
  for (const name of ONCE) {
    // Every version refuses to run 0 times before it does anything, or says that it knows no such option.
    const { stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "bench", `--${name}`, "0"],
      cwd: tree,
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).output();
    if (!new TextDecoder().decode(stderr).includes(`Unknown option '--${name}'`)) return name;
  }
  return null;
}
