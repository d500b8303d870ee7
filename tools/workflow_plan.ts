import type { Workflow, WorkflowStep } from "./read_workflow.ts";

/** One step of a workflow, as a laptop sees it. */
export interface PlannedStep {
  /** Key of its job. */
  readonly job: string;
  /** Arguments for Deno; null for an action, which is left out. */
  readonly args: readonly string[] | null;
  /** The command or the action, as written. */
  readonly text: string;
  /** What its environment gets: of the workflow, the job and the step, the narrower one last. */
  readonly env: Readonly<Record<string, string>>;
  /** Names whose values only GitHub knows and the caller's environment does not hold. */
  readonly unknown: readonly string[];
}

/** What is planned. */
export interface PlanOptions {
  /** Key of the only job to take; all of them by default. */
  readonly job?: string;
  /** The caller's environment: its values stand in for those that only GitHub knows. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The steps of a workflow in the order of its file, with the environment of each.
 *
 * `workflowBreaches` keeps commands to one line without a shell's signs, so that splitting at spaces
 * is all it takes to run them.
 *
 * @param workflow A workflow that breaks no rule
 * @param options Which job, and the caller's environment
 * @returns Its steps
 * @throws {RangeError} When it has no such job
 */
export function workflowPlan(workflow: Workflow, options: PlanOptions): PlannedStep[] {
  const { job: only, environment } = options;
  const jobs = workflow.jobs.filter(({ id }) => only === undefined || id === only);
  if (jobs.length === 0) {
    const known = workflow.jobs.map(({ id }) => id).join(", ");
    throw new RangeError(`Cannot plan ${workflow.path}: job must be one of ${known}, got ${only}`);
  }
  return jobs.flatMap((job) =>
    job.steps.map((step) => {
      const written = Object.entries({ ...workflow.env, ...job.env, ...step.env });
      const foreign = written.filter(([, value]) => value.includes("${{"));
      return {
        job: job.id,
        ...commandOf(step),
        env: Object.fromEntries(written.filter(([, value]) => !value.includes("${{"))),
        unknown: foreign.map(([name]) => name).filter((name) => !environment[name]),
      };
    })
  );
}

function commandOf({ run, uses }: WorkflowStep): Pick<PlannedStep, "args" | "text"> {
  if (run === null) return { args: null, text: uses?.action ?? "" };
  const words = run.trim().split(/ +/);
  // `deno ..` or `npx --yes deno@.. ..`: either way the Deno that runs this.
  return { args: words.slice(words[0] === "npx" ? 3 : 1), text: run.trim() };
}
