import { posix } from "node:path";
import { importCycles } from "./import_cycles.ts";
import {
  bannedGlobals,
  lateImports,
  packageLayers,
  roomDoors,
  roomLayers,
  testSupport,
} from "./layers.ts";
import type { ImportFact, ModuleFacts } from "./module_facts.ts";
import type { Workspace } from "./workspace.ts";

/** A place where a module breaks a rule. */
export interface Violation {
  /** Path of the module from the root, with `/`. */
  readonly path: string;
  /** Line, from 1. */
  readonly line: number;
  /** What is wrong and what the rule is. */
  readonly message: string;
}

/**
 * Every breach of the layer rules.
 *
 * @param modules Facts of each module, by its path from the root
 * @param workspace What package names stand for
 * @returns Breaches, by path and line
 */
export function layerViolations(
  modules: ReadonlyMap<string, ModuleFacts>,
  workspace: Workspace,
): Violation[] {
  const violations: Violation[] = [];
  for (const [path, facts] of modules) {
    const owner = ownerOf(path);
    if (!owner.known) {
      violations.push({
        path,
        line: 1,
        message: `${owner.directory} has no row in tools/layers.ts`,
      });
      continue;
    }
    for (const fact of facts.imports) {
      const message = importBreach(owner, fact, workspace);
      if (message !== null) violations.push({ path, line: fact.line, message });
    }
    if (!owner.isPackage) continue;
    for (const { name, line } of facts.globals) {
      const ban = bannedGlobals.find((global) => global.name === name);
      if (!ban || ban.exempt.includes(owner.name)) continue;
      violations.push({ path, line, message: `${name} is banned in packages/: ${ban.instead}` });
    }
  }
  for (const cycle of importCycles(graphWithinOwners(modules))) {
    const message = `modules import each other in a cycle: ${cycle.join(" -> ")}`;
    violations.push({ path: cycle[0]!, line: 1, message });
  }
  const place = (one: Violation): string => `${one.path}:${String(one.line).padStart(7, "0")}`;
  return violations.sort((a, b) => place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0);
}

/** The package or room that a module belongs to. */
interface Owner {
  readonly path: string;
  readonly directory: string;
  readonly name: string;
  readonly isPackage: boolean;
  readonly isTest: boolean;
  readonly known: boolean;
  readonly mayImport: readonly string[];
}

function ownerOf(path: string): Owner {
  const [first = "", second = ""] = path.split("/");
  const isPackage = first === "packages";
  const name = isPackage ? second : first;
  const layers = isPackage ? packageLayers : roomLayers;
  return {
    path,
    directory: isPackage ? `packages/${name}` : name,
    name,
    isPackage,
    isTest: path.endsWith("_test.ts"),
    known: Object.hasOwn(layers, name),
    mayImport: layers[name] ?? [],
  };
}

function importBreach(owner: Owner, fact: ImportFact, workspace: Workspace): string | null {
  const { specifier, kind } = fact;
  if (kind === "pragma") return "comments must not import: use an import statement";
  if (kind === "require") return "require() is not allowed: use an import statement";
  if (specifier === null) {
    return owner.isPackage && !lateImports.includes(owner.path)
      ? "an import in packages/ must name its module with a string literal"
      : null;
  }
  if (testSupport.some((name) => names(name, plainName(specifier))) && !mayUseTestSupport(owner)) {
    return `only tests may import ${specifier}`;
  }
  if (/^\.{0,2}\//.test(specifier)) return pathBreach(owner, specifier);
  if (specifier.startsWith("node:")) return null;
  if (specifier.startsWith("@unmask/")) return packageBreach(owner, specifier, workspace);
  if (specifier.startsWith("npm:")) {
    return Object.values(workspace.imports).some((target) =>
        names(npmName(target), npmName(specifier))
      )
      ? null
      : `${specifier} is not named in the imports of deno.json`;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) {
    return `${specifier} is refused: modules come from this workspace, node: and npm only`;
  }
  return Object.keys(workspace.imports).some((key) => names(key, specifier))
    ? null
    : `${specifier} is not named in the imports of deno.json`;
}

function pathBreach(owner: Owner, specifier: string): string | null {
  if (specifier.startsWith("/")) {
    return `${specifier} is absolute: import by relative path or by name`;
  }
  const path = posix.join(posix.dirname(owner.path), specifier);
  const target = ownerOf(path);
  if (target.isPackage && target.directory !== owner.directory) {
    return `${specifier} reaches into ${target.directory}: import @unmask/${target.name} by its name`;
  }
  if (target.directory !== owner.directory) {
    const isDoor = !owner.isPackage && roomDoors[owner.name]?.includes(path) === true;
    return isDoor ? null : `${specifier} leaves ${owner.directory}`;
  }
  if (target.isTest && !owner.isTest) return `${specifier} is a test: only tests may import it`;
  return null;
}

function packageBreach(owner: Owner, specifier: string, workspace: Workspace): string | null {
  const [scope, name = "", ...rest] = specifier.split("/");
  const target = workspace.packages.find((one) => one.name === `${scope}/${name}`);
  if (!target) return `@unmask/${name} is not a package of this workspace`;
  const subpath = [".", ...rest].join("/");
  if (!Object.hasOwn(target.exports, subpath)) return `@unmask/${name} does not export ${subpath}`;
  if (owner.isPackage && owner.name === name) {
    // A test may import its own package as a user would; a module that does closes a cycle.
    return owner.isTest ? null : `${specifier} is this package: import the file by relative path`;
  }
  if (owner.mayImport.includes(name) || testSupport.includes(`@unmask/${name}`)) return null;
  const allowed = owner.mayImport.length > 0 ? owner.mayImport.join(", ") : "no package";
  return `${owner.directory} must not import @unmask/${name}; it may import ${allowed}`;
}

function mayUseTestSupport(owner: Owner): boolean {
  return owner.isTest || owner.name === "testing" || owner.mayImport.includes("testing");
}

/** Whether a specifier is a named package, or a subpath of it. */
function names(name: string, specifier: string): boolean {
  return specifier === name || specifier.startsWith(name.endsWith("/") ? name : `${name}/`);
}

/** `name@version` or `name@version/subpath`, without the `npm:` in front. */
function npmName(specifier: string): string {
  return specifier.replace(/^npm:\/?/, "");
}

/** A specifier without `npm:` and version: `npm:a@1.0.0/b` becomes `a/b`. */
function plainName(specifier: string): string {
  return specifier.startsWith("npm:")
    ? npmName(specifier).replace(/^((?:@[^/]+\/)?[^@/]+)@[^/]+/, "$1")
    : specifier;
}

/** Imports that run, within each package or room: types are erased, so they cannot close a cycle. */
function graphWithinOwners(modules: ReadonlyMap<string, ModuleFacts>): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const [path, { imports }] of modules) {
    const directory = ownerOf(path).directory;
    const targets = imports
      .filter(({ kind }) => kind === "static" || kind === "dynamic")
      .map(({ specifier }) => posix.join(posix.dirname(path), specifier ?? ""))
      .filter((target) => ownerOf(target).directory === directory);
    graph.set(path, targets);
  }
  return graph;
}
