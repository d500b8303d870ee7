import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Violation } from "./layer_violations.ts";
import { roomLayers } from "./layers.ts";
import { FACTS_CODE, type ModuleFacts } from "./module_facts.ts";
import { runDeno } from "./run_deno.ts";

/** What was learnt of a tree's modules. */
export interface ReadModules {
  /** Facts of each module, by its path from the root. */
  readonly modules: ReadonlyMap<string, ModuleFacts>;
  /** Modules that could not be read: they do not parse, or hide behind a lint-ignore comment. */
  readonly unread: readonly Violation[];
}

/**
 * Reads the facts of every module under `packages/` and the rooms, by one run of `deno lint` with
 * the plugin of `module_facts.ts` as its only rule.
 *
 * @param root The workspace
 * @returns Facts by path, and the modules that have none
 * @throws {Error} When Deno itself fails
 */
export async function readModuleFacts(root: string): Promise<ReadModules> {
  const paths: string[] = [];
  for (const room of ["packages", ...Object.keys(roomLayers)]) {
    await collectModules(join(root, room), paths);
  }
  if (paths.length === 0) return { modules: new Map(), unread: [] };
  paths.sort();

  const config = fileURLToPath(import.meta.resolve("./module_facts.lint.json"));
  const { stdout, stderr } = await runDeno(["lint", "--json", "--config", config, ...paths], root);
  if (!stdout.startsWith("{")) throw new Error(`Cannot read modules: deno lint said ${stderr}`);
  const report: LintReport = JSON.parse(stdout);

  const named = (path: string): string => relative(root, path).split(sep).join("/");
  const modules = new Map<string, ModuleFacts>();
  for (const { code, filename, message } of report.diagnostics) {
    if (code === FACTS_CODE) modules.set(named(fileURLToPath(filename)), JSON.parse(message));
  }
  const errors = new Map(report.errors.map((error) => [named(error.file_path), error.message]));
  const unread = paths.map(named).filter((path) => !modules.has(path)).map((path) => ({
    path,
    line: 1,
    message: errors.get(path)?.split("\n")[0] ??
      "a lint-ignore comment hides this module from the layer check: ignore single rules by name",
  }));
  return { modules, unread };
}

/** The parts of `deno lint --json` that are read here. */
interface LintReport {
  readonly diagnostics: readonly { code: string; filename: string; message: string }[];
  readonly errors: readonly { file_path: string; message: string }[];
}

const moduleName = /\.[cm]?[jt]sx?$/;
const skipped = new Set(["node_modules", "testdata", "site"]);

async function collectModules(directory: string, paths: string[]): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.name.startsWith(".") || skipped.has(entry.name)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await collectModules(path, paths);
    else if (moduleName.test(entry.name)) paths.push(path);
  }
}
