/**
 * Checks that modules import only what the table of `layers.ts` allows.
 *
 * Prints each breach as `path:line: message` and ends with status 1 if there is any.
 *
 *     deno run --allow-read --allow-run tools/check_layers.ts
 *
 * @module
 */
import process from "node:process";
import { fileURLToPath } from "node:url";
import { layerViolations, type Violation } from "./layer_violations.ts";
import { readModuleFacts } from "./read_module_facts.ts";
import { readWorkspace } from "./workspace.ts";

/**
 * Every breach of the layer rules in a tree.
 *
 * @param root The workspace: a directory with `deno.json` and `packages/`
 * @returns Breaches, by path and line
 */
export async function checkLayers(root: string): Promise<Violation[]> {
  const { modules, unread } = await readModuleFacts(root);
  return [...unread, ...layerViolations(modules, await readWorkspace(root))];
}

if (import.meta.main) {
  const violations = await checkLayers(fileURLToPath(import.meta.resolve("../")));
  for (const { path, line, message } of violations) {
    process.stdout.write(`${path}:${line}: ${message}\n`);
  }
  if (violations.length > 0) process.exitCode = 1;
}
