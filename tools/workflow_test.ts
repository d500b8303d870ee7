import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { readWorkflowFiles } from "./check_workflows.ts";
import { readWorkflow } from "./read_workflow.ts";
import { runPlan } from "./workflow.ts";
import { type PlannedStep, workflowPlan } from "./workflow_plan.ts";

const workflow = readWorkflow(
  `on: push
env: { LEVEL: workflow, ONLY_TOP: "1" }
jobs:
  first:
    env: { LEVEL: job }
    steps:
      - uses: actions/checkout@abc # v1.0.0
      - run: deno task ok
        env: { LEVEL: step, BASE: "\${{ github.event.number }}" }
      - run: npx --yes deno@2.9.6 task report
  second:
    steps:
      - run: deno ci
`,
  "w.yml",
);

/** Runs steps; the status, and the lines shown. */
async function run(
  plan: readonly PlannedStep[],
  dryRun = false,
): Promise<{ status: number; lines: string[] }> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  return { status: await runPlan(plan, { root: tmpdir(), dryRun, print }), lines };
}

const step = (script: string, env: Record<string, string> = {}): PlannedStep => ({
  job: "only",
  args: ["eval", script],
  text: "deno eval",
  env,
  unknown: [],
});

Deno.test("workflowPlan() keeps the order, and the narrower environment wins", () => {
  const plan = workflowPlan(workflow, { environment: {} });
  assert.deepEqual(plan.map(({ job, args }) => [job, args?.join(" ") ?? null]), [
    ["first", null],
    ["first", "task ok"],
    ["first", "task report"],
    ["second", "ci"],
  ]);
  assert.deepEqual(plan.map(({ env }) => env), [
    { LEVEL: "job", ONLY_TOP: "1" },
    { LEVEL: "step", ONLY_TOP: "1" },
    { LEVEL: "job", ONLY_TOP: "1" },
    { LEVEL: "workflow", ONLY_TOP: "1" },
  ]);
});

Deno.test("workflowPlan() names values of GitHub's unless the caller's environment holds them", () => {
  const unknown = (environment: Record<string, string>): readonly string[] =>
    workflowPlan(workflow, { environment })[1]!.unknown;
  assert.deepEqual(unknown({}), ["BASE"]);
  assert.deepEqual(unknown({ BASE: "main" }), []);
});

Deno.test("workflowPlan() takes one job where it is asked to, and refuses one that is not there", () => {
  const plan = workflowPlan(workflow, { job: "second", environment: {} });
  assert.deepEqual(plan.map(({ text }) => text), ["deno ci"]);
  assert.throws(
    () => workflowPlan(workflow, { job: "third", environment: {} }),
    /Cannot plan w\.yml: job must be one of first, second, got third/,
  );
});

Deno.test("runPlan() hands the environment over and stops at the first failure with its status", async () => {
  const needs = "if (Deno.env.get('LEVEL') !== 'step') Deno.exit(9)";
  const { status, lines } = await run([
    step(needs, { LEVEL: "step" }),
    step("Deno.exit(3)"),
    step("Deno.exit(4)"),
  ]);
  assert.equal(status, 3);
  assert.deepEqual(lines, [
    "job only",
    "  LEVEL=step deno eval",
    "  deno eval",
    "  FAILED with status 3: deno eval",
  ]);
  assert.equal((await run([step(needs, { LEVEL: "job" })])).status, 9);
});

Deno.test("runPlan() only prints in a dry run, and names the actions it leaves out", async () => {
  const { status, lines } = await run(workflowPlan(workflow, { environment: {} }), true);
  assert.equal(status, 0);
  assert.deepEqual(lines, [
    "job first",
    "  left out: actions/checkout@abc",
    "  LEVEL=step ONLY_TOP=1 deno task ok",
    "    not set here: BASE",
    "  LEVEL=job ONLY_TOP=1 npx --yes deno@2.9.6 task report",
    "job second",
    "  LEVEL=workflow ONLY_TOP=1 deno ci",
  ]);
});

Deno.test("every command of the repository's workflows is a task that exists, or deno ci", async () => {
  const root = new URL("../", import.meta.url);
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  for (const [path, text] of await readWorkflowFiles(fileURLToPath(root))) {
    for (const { args } of workflowPlan(readWorkflow(text, path), { environment: {} })) {
      if (args === null || args[0] === "ci") continue;
      assert.equal(args[0], "task", path);
      assert.ok(Object.hasOwn(tasks, args[1]!), `${path}: ${args[1]}`);
    }
  }
});
