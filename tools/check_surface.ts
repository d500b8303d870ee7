/**
 * Checks that the public names of every package are those recorded in `surface.json`, so that
 * widening or narrowing the surface is always a visible diff.
 *
 * Prints each difference and ends with status 1 if there is any; `--write` records the names instead.
 *
 *     deno run --allow-read --allow-write --allow-run tools/check_surface.ts [--write]
 *
 * @module
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runDeno } from "./run_deno.ts";
import { readWorkspace, type WorkspacePackage } from "./workspace.ts";

/** For each entry point, as users import it, its public names as `name: kind`, sorted. */
export type Surface = Readonly<Record<string, readonly string[]>>;

/** The parts of `deno doc --json`, version 2, that are read here. */
export interface Documentation {
  /** For each module, by URL, what it exports. */
  readonly nodes: Readonly<Record<string, { readonly symbols: readonly DocumentedSymbol[] }>>;
}

/** One exported name: overloads and merged declarations share it. */
export interface DocumentedSymbol {
  /** Exported name. */
  readonly name: string;
  /** Its declarations. */
  readonly declarations: readonly { readonly kind: string }[];
}

/**
 * The public names of each entry point.
 *
 * @param documentation Output of `deno doc --json` on the modules
 * @param entries For each entry point, as users import it, the URL of its module
 * @returns The names, by entry point
 */
export function surfaceOf(
  documentation: Documentation,
  entries: ReadonlyMap<string, string>,
): Surface {
  const surface: Record<string, string[]> = {};
  for (const [entry, url] of entries) {
    surface[entry] = (documentation.nodes[url]?.symbols ?? []).map(({ name, declarations }) => {
      const kinds = new Set(declarations.map(({ kind }) => kind));
      return `${name}: ${[...kinds].sort().join(" and ")}`;
    }).sort();
  }
  return surface;
}

/**
 * What changed between two surfaces.
 *
 * @param recorded The surface before
 * @param found The surface after
 * @returns A line for each name, `- ` where it went and `+ ` where it came, by entry point
 */
export function surfaceDifference(recorded: Surface, found: Surface): string[] {
  const lines: string[] = [];
  for (const entry of [...new Set([...Object.keys(recorded), ...Object.keys(found)])].sort()) {
    const before = recorded[entry] ?? [];
    const after = found[entry] ?? [];
    for (const name of before) if (!after.includes(name)) lines.push(`- ${entry} ${name}`);
    for (const name of after) if (!before.includes(name)) lines.push(`+ ${entry} ${name}`);
  }
  return lines;
}

/** Every entry point of the packages, with the URL of its module. */
function entryPoints(root: string, packages: readonly WorkspacePackage[]): Map<string, string> {
  const entries = new Map<string, string>();
  for (const { name, exports } of packages) {
    for (const [subpath, path] of Object.entries(exports)) {
      entries.set(name + subpath.slice(1), pathToFileURL(join(root, path)).href);
    }
  }
  return entries;
}

if (import.meta.main) {
  const root = fileURLToPath(import.meta.resolve("../"));
  const record = join(root, "tools", "surface.json");
  const entries = entryPoints(root, (await readWorkspace(root)).packages);
  const { status, stdout, stderr } = await runDeno(["doc", "--json", ...entries.values()], root);
  if (status !== 0) {
    process.stdout.write(stderr);
    process.exit(1);
  }
  const found = surfaceOf(JSON.parse(stdout), entries);
  if (process.argv.includes("--write")) {
    await writeFile(record, JSON.stringify(found, null, 2) + "\n");
  } else {
    const recorded = JSON.parse(await readFile(record, "utf8").catch(() => "{}"));
    const difference = surfaceDifference(recorded, found);
    for (const line of difference) process.stdout.write(`${line}\n`);
    if (difference.length > 0) {
      process.stdout.write("If this is meant, record it with: deno task surface --write\n");
      process.exitCode = 1;
    }
  }
}
