import type { UsedAction, Workflow, WorkflowJob, WorkflowStep } from "./read_workflow.ts";

/** A place where a workflow breaks a rule. */
export interface WorkflowBreach {
  /** Line, from 1. */
  readonly line: number;
  /** What is wrong and what the rule is. */
  readonly message: string;
}

/** The one machine that jobs run on: a name that moves would move under the results. */
const MACHINE = "ubuntu-24.04";

/** Longest time that a job may ask for, in minutes. */
const LONGEST = 60;

/** What a job may write, each for a reason that its workflow gives. */
const writable: readonly string[] = ["pages", "id-token", "pull-requests"];

/** Keys such as `defaults` or `container`, which would give commands another meaning, are not here. */
const workflowKeys: readonly string[] = ["name", "on", "permissions", "concurrency", "env", "jobs"];
const jobKeys: readonly string[] = [
  "name",
  "needs",
  "if",
  "runs-on",
  "timeout-minutes",
  "permissions",
  "environment",
  "env",
  "strategy",
  "steps",
];

/** Keys of steps that a laptop could not follow, such as `shell` or `if`, are not among these. */
const runKeys: readonly string[] = ["name", "run", "env"];
const usesKeys: readonly string[] = ["name", "id", "if", "uses", "with"];

/**
 * Every breach of the house rules for workflows, beside what actionlint says.
 *
 * Pins are commits with the version beside them; the token reads the contents and nothing more
 * unless a job says so, and never writes for a pull request; every job ends by itself; commands are
 * one line of `deno`, without a shell's signs and without text of GitHub's, so that a laptop runs
 * the same.
 *
 * @param workflow The workflow
 * @returns Breaches, in the order of the file
 */
export function workflowBreaches(workflow: Workflow): WorkflowBreach[] {
  const { keys, events, permissions, concurrencyGroup, jobs } = workflow;
  const breaches: WorkflowBreach[] = [];
  const add = (line: number, message: string): void => void breaches.push({ line, message });
  for (const key of strangers(keys, workflowKeys)) add(1, `a workflow must not have ${key}`);
  if (JSON.stringify(permissions) !== `{"contents":"read"}`) {
    add(1, "permissions at the top must be contents: read and nothing else");
  }
  if (concurrencyGroup === null) add(1, "concurrency at the top must name a group");
  if (events.includes("pull_request_target")) {
    add(1, "pull_request_target is refused: it lends the repository's token to strangers");
  }
  for (const [i, job] of jobs.entries()) {
    const earlier = jobs.slice(0, i).map(({ id }) => id);
    for (const message of jobBreaches(job, { events, earlier })) {
      add(job.line, `job ${job.id}: ${message}`);
    }
    for (const step of job.steps) {
      for (const message of stepBreaches(step, events)) add(step.line, message);
    }
  }
  return breaches;
}

function jobBreaches(
  job: WorkflowJob,
  { events, earlier }: { events: readonly string[]; earlier: readonly string[] },
): string[] {
  const { keys, permissions, timeout, runsOn, needs, steps } = job;
  const breaches = strangers(keys, jobKeys).map((key) => `it must not have ${key}`);
  if (!(timeout !== null && Number.isInteger(timeout) && timeout >= 1 && timeout <= LONGEST)) {
    breaches.push(`timeout-minutes must be an integer in [1, ${LONGEST}], got ${timeout}`);
  }
  if (runsOn !== MACHINE) breaches.push(`runs-on must be ${MACHINE}, got ${runsOn}`);
  if (steps.length === 0) breaches.push("it must have steps");
  for (const name of needs) {
    if (!earlier.includes(name)) breaches.push(`needs must name a job above it, got ${name}`);
  }
  if (permissions === null) return [...breaches, "permissions must be a table of its own"];
  const writes = Object.entries(permissions).filter(([, access]) => access === "write");
  for (const [scope] of writes) {
    if (!writable.includes(scope)) breaches.push(`permissions must not write ${scope}`);
  }
  if (writes.length > 0 && events.includes("pull_request")) {
    breaches.push("permissions must not write anything in a workflow of pull_request");
  }
  return breaches;
}

function stepBreaches(step: WorkflowStep, events: readonly string[]): string[] {
  const { run, uses, keys } = step;
  if (run === null && uses === null) return ["a step must run or use something"];
  const allowed = run === null ? usesKeys : runKeys;
  return [
    ...strangers(keys, allowed).map((key) =>
      `a step with ${run === null ? "uses" : "run"} must not have ${key}`
    ),
    ...run === null ? [] : runBreaches(run),
    ...uses === null ? [] : usesBreaches(uses, events),
  ];
}

function runBreaches(run: string): string[] {
  if (run.includes("${{")) return ["run must take values from env, got text of ${{ }}"];
  if (run.trimEnd().includes("\n")) return ["run must be one line"];
  if (!/^(?:deno|npx --yes deno@2\.9\.6) /.test(run)) {
    return [`run must start with "deno " or "npx --yes deno@2.9.6 ", got ${run}`];
  }
  // Nothing for a shell to read, so none is needed on a laptop.
  return /^[\w@%+=:,./ -]*$/.test(run) ? [] : [`run must not need a shell, got ${run}`];
}

function usesBreaches(
  { action, comment, inputs }: UsedAction,
  events: readonly string[],
): string[] {
  const breaches: string[] = [];
  if (!/^\w[\w-]*\/[\w./-]+@[0-9a-f]{40}$/.test(action)) {
    breaches.push(`an action must be pinned to a commit of 40 hexadecimal digits, got ${action}`);
  }
  if (comment === null || !/^v\d+\.\d+\.\d+$/.test(comment)) {
    breaches.push(`the version of a pin must stand behind it as # v1.2.3, got ${comment}`);
  }
  if (!action.startsWith("actions/checkout@")) return breaches;
  if (inputs["persist-credentials"] !== "false") {
    breaches.push("checkout must have persist-credentials: false");
  }
  if (events.includes("workflow_run") && ("ref" in inputs || "repository" in inputs)) {
    breaches.push("checkout after workflow_run must take the default branch, not a stranger's");
  }
  return breaches;
}

function strangers(keys: readonly string[], known: readonly string[]): string[] {
  return keys.filter((key) => !known.includes(key));
}
