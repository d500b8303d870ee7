/**
 * Runs the commands of a workflow here, in the order of its file, stopping at the first that fails:
 * what CI does and what a laptop does are the same lines. Actions are named and left out.
 *
 *     deno task workflow                     # names the workflows
 *     deno task workflow ci
 *     deno task workflow ci --job reproduce
 *     deno task workflow ci --dry-run        # prints the commands
 *
 * Values that only GitHub knows are taken from the environment where it holds their names.
 *
 * @module
 */
import { basename } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readWorkflowFiles } from "./check_workflows.ts";
import { readWorkflow } from "./read_workflow.ts";
import { type PlannedStep, workflowPlan } from "./workflow_plan.ts";

/** How a plan is run. */
export interface RunPlanOptions {
  /** Working directory. */
  readonly root: string;
  /** Whether commands are only printed. */
  readonly dryRun: boolean;
  /** Receives the lines to show. */
  readonly print: (line: string) => void;
}

/**
 * Runs planned steps until one fails.
 *
 * @param plan The steps
 * @param options Where, whether at all, and who shows the lines
 * @returns Exit status of the step that failed, 0 where all hold
 */
export async function runPlan(
  plan: readonly PlannedStep[],
  { root, dryRun, print }: RunPlanOptions,
): Promise<number> {
  let job = "";
  for (const step of plan) {
    if (step.job !== job) print(`job ${job = step.job}`);
    if (step.args === null) {
      print(`  left out: ${step.text}`);
      continue;
    }
    const settings = Object.entries(step.env).map(([name, value]) => `${name}=${value} `);
    print(`  ${settings.join("")}${step.text}`);
    if (step.unknown.length > 0) print(`    not set here: ${step.unknown.join(", ")}`);
    if (dryRun) continue;
    const { code } = await new Deno.Command(Deno.execPath(), {
      args: [...step.args],
      cwd: root,
      env: step.env,
      stdin: "null",
      stdout: "inherit",
      stderr: "inherit",
    }).output();
    if (code === 0) continue;
    print(`  FAILED with status ${code}: ${step.text}`);
    return code;
  }
  return 0;
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readOptions(): { name: string | undefined; job?: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: Deno.args,
      options: { job: { type: "string" }, "dry-run": { type: "boolean", default: false } },
      allowPositionals: true,
    });
    if (positionals.length > 1) {
      refuse(`Cannot run workflows: there must be one name, got ${positionals.join(" ")}`);
    }
    const { job, "dry-run": dryRun } = values;
    return { name: positionals[0], dryRun, ...(job === undefined ? {} : { job }) };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

if (import.meta.main) {
  const { name, dryRun, ...options } = readOptions();
  const root = fileURLToPath(import.meta.resolve("../"));
  const files = await readWorkflowFiles(root);
  const names = [...files.keys()].map((path) => basename(path).replace(/\.ya?ml$/, ""));
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (name === undefined) names.forEach(print);
  else {
    const found = [...files].find((_, i) => names[i] === name);
    if (found === undefined) {
      refuse(`Cannot run a workflow: its name must be one of ${names.join(", ")}, got ${name}`);
    }
    const [path, text] = found;
    const workflow = readWorkflow(text, path);
    let plan: readonly PlannedStep[];
    try {
      plan = workflowPlan(workflow, { ...options, environment: process.env });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refuse(error.message);
    }
    process.exitCode = await runPlan(plan, { root, dryRun, print });
  }
}
