import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A package of the workspace, as its `deno.json` describes it. */
export interface WorkspacePackage {
  /** `@unmask/<directory>`. */
  readonly name: string;
  /** Path from the root, `packages/<directory>`. */
  readonly directory: string;
  /** What it exports: for each key, `.` or a subpath, the module's path from the root. */
  readonly exports: Readonly<Record<string, string>>;
}

/** The names that specifiers are resolved against. */
export interface Workspace {
  /** Every package, by directory. */
  readonly packages: readonly WorkspacePackage[];
  /** The `imports` of the root `deno.json`. */
  readonly imports: Readonly<Record<string, string>>;
}

/**
 * Reads the `deno.json` files of a workspace.
 *
 * @param root A directory with `deno.json` and `packages/`
 * @returns Its packages and imports
 */
export async function readWorkspace(root: string): Promise<Workspace> {
  const { imports = {} } = JSON.parse(await readFile(join(root, "deno.json"), "utf8"));
  const packages: WorkspacePackage[] = [];
  for (const entry of (await readdir(join(root, "packages"))).sort()) {
    const directory = `packages/${entry}`;
    const config = JSON.parse(await readFile(join(root, directory, "deno.json"), "utf8"));
    const written = typeof config.exports === "string" ? { ".": config.exports } : config.exports;
    const exports: Record<string, string> = {};
    for (const [key, path] of Object.entries<string>(written ?? {})) {
      exports[key] = `${directory}/${path.replace(/^\.\//, "")}`;
    }
    packages.push({ name: config.name, directory, exports });
  }
  return { packages, imports };
}
