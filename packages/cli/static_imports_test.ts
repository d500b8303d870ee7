import { deepStrictEqual, ok } from "node:assert/strict";
import { fileURLToPath } from "node:url";

interface Graph {
  roots: string[];
  modules: { specifier: string; dependencies?: Dependency[] }[];
}

interface Dependency {
  isDynamic?: boolean;
  code?: { specifier?: string };
}

/** What is loaded with a module before it runs: its imports, but for those that are awaited. */
async function loadedWith(address: string): Promise<string[]> {
  const path = fileURLToPath(address);
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json", path] })
    .output();
  const graph: Graph = JSON.parse(new TextDecoder().decode(stdout));
  const imports = new Map(
    graph.modules.map(({ specifier, dependencies = [] }) => [
      specifier,
      dependencies.filter(({ isDynamic }) => isDynamic !== true)
        .flatMap(({ code }) => code?.specifier ?? []),
    ]),
  );
  const loaded = new Set(graph.roots);
  for (const specifier of loaded) for (const next of imports.get(specifier) ?? []) loaded.add(next);
  return [...loaded];
}

/** Package folders and npm packages among modules, sorted. */
function packagesOf(modules: readonly string[]): string[] {
  const names = modules.flatMap((specifier) =>
    /\/packages\/([^/]+)\//.exec(specifier)?.[1] ??
      /^npm:\/?((?:@[^/]+\/)?[^@/]+)/.exec(specifier)?.[1] ?? []
  );
  return [...new Set(names)].sort();
}

Deno.test("no command loads what it computes with before it runs, nor does any help page", async () => {
  const start = await loadedWith(import.meta.resolve("./main.ts"));
  ok(start.some((specifier) => specifier.endsWith("/commands/train.ts")));
  const few = ["@optique/core", "cli", "schedules"];
  deepStrictEqual(packagesOf(start), few);
  deepStrictEqual(packagesOf(await loadedWith(import.meta.resolve("./help.ts"))), few);
  // What an eager import looks like.
  ok(
    packagesOf(await loadedWith(import.meta.resolve("./plan/comparison.ts"))).includes(
      "convergence",
    ),
  );
});
