import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLMap } from "yaml";

/** An action that a step uses. */
export interface UsedAction {
  /** As written, such as `actions/checkout@<commit>`. */
  readonly action: string;
  /** The comment behind it on its line, trimmed; null where there is none. */
  readonly comment: string | null;
  /** Its inputs. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** One step of a job. */
export interface WorkflowStep {
  /** Line it starts on, from 1. */
  readonly line: number;
  /** Its keys, as written. */
  readonly keys: readonly string[];
  /** The action it uses; null for a step that runs a command. */
  readonly uses: UsedAction | null;
  /** The command it runs; null for a step that uses an action. */
  readonly run: string | null;
  /** Its own environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** One job of a workflow. */
export interface WorkflowJob {
  /** Its key. */
  readonly id: string;
  /** Line of its key, from 1. */
  readonly line: number;
  /** Its keys, as written. */
  readonly keys: readonly string[];
  /** Condition under which GitHub runs it; null where there is none. */
  readonly condition: string | null;
  /** Jobs that must have ended well before it. */
  readonly needs: readonly string[];
  /** Machine it runs on, as written; null where there is none. */
  readonly runsOn: string | null;
  /** Minutes after which it is stopped; null where there are none. */
  readonly timeout: number | null;
  /** What its token may do: scopes with `read`, `write` or `none`; null unless written as a table. */
  readonly permissions: Readonly<Record<string, string>> | null;
  /** Its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Its steps, in order. */
  readonly steps: readonly WorkflowStep[];
}

/** A workflow, as far as the checks and the local runner look at it. */
export interface Workflow {
  /** Path of its file from the root. */
  readonly path: string;
  /** Its keys, as written. */
  readonly keys: readonly string[];
  /** What starts it. */
  readonly events: readonly string[];
  /** Permissions of jobs that name none; null unless written as a table. */
  readonly permissions: Readonly<Record<string, string>> | null;
  /** Group of runs that do not run side by side; null where there is none. */
  readonly concurrencyGroup: string | null;
  /** Its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Its jobs, in order. */
  readonly jobs: readonly WorkflowJob[];
}

/**
 * Reads a workflow.
 *
 * Aliases are refused: what stands in another place of the file would escape a reader of this one.
 *
 * @param text Text of the file
 * @param path Its path from the root, for messages
 * @returns The workflow
 * @throws {SyntaxError} When the text is not YAML, uses aliases, or has no jobs with steps
 */
export function readWorkflow(text: string, path: string): Workflow {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const refuse = (message: string): never => {
    throw new SyntaxError(`Cannot read ${path}: ${message}`);
  };
  const [error] = document.errors;
  if (error !== undefined) refuse(`it must be YAML, got ${error.message.split("\n")[0]}`);
  visit(document, {
    Alias: (_, { source }) => refuse(`it must not use aliases, got *${source}`),
  });
  const root = document.contents;
  const jobs = isMap(root) ? root.get("jobs") : null;
  if (!isMap(root) || !isMap(jobs)) return refuse("it must be a table with jobs");
  const line = (node: unknown): number => {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return range ? lines.linePos(range[0]!).line : 1;
  };
  return {
    path,
    keys: keysOrItems(root),
    events: keysOrItems(root.get("on")),
    permissions: textTable(root.get("permissions")),
    concurrencyGroup: isMap(root.get("concurrency"))
      ? textOf((root.get("concurrency") as YAMLMap).get("group"))
      : null,
    env: textTable(root.get("env")) ?? {},
    jobs: jobs.items.map(({ key, value }) => {
      const id = String(isScalar(key) ? key.value : key);
      if (!isMap(value)) return refuse(`job ${id} must be a table`);
      const steps = value.get("steps");
      return {
        id,
        line: line(key),
        keys: keysOrItems(value),
        condition: textOf(value.get("if")),
        needs: keysOrItems(value.get("needs")),
        runsOn: textOf(value.get("runs-on")),
        timeout: numberOf(value.get("timeout-minutes")),
        permissions: textTable(value.get("permissions")),
        env: textTable(value.get("env")) ?? {},
        steps: isSeq(steps)
          ? steps.items.map((step) =>
            isMap(step) ? readStep(step, line(step)) : refuse(`steps of ${id} must be tables`)
          )
          : [],
      };
    }),
  };
}

function readStep(step: YAMLMap, line: number): WorkflowStep {
  const uses = step.get("uses", true);
  return {
    line,
    keys: keysOrItems(step),
    uses: isScalar(uses)
      ? {
        action: String(uses.value),
        comment: uses.comment?.trim() ?? null,
        inputs: textTable(step.get("with")) ?? {},
      }
      : null,
    run: textOf(step.get("run")),
    env: textTable(step.get("env")) ?? {},
  };
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null || typeof value === "object" ? null : String(value);
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function textTable(value: unknown): Record<string, string> | null {
  if (!isMap(value)) return null;
  const entries = value.items.map(({ key, value }) => [
    String(isScalar(key) ? key.value : key),
    isScalar(value) ? String(value.value ?? "") : String(value),
  ]);
  return Object.fromEntries(entries);
}

/** The keys of a table, the items of a list, or the one word there is. */
function keysOrItems(value: unknown): string[] {
  if (isMap(value)) {
    return value.items.map(({ key }) => String(isScalar(key) ? key.value : key));
  }
  if (isSeq(value)) return value.items.map((item) => String(isScalar(item) ? item.value : item));
  const text = textOf(value);
  return text === null ? [] : [text];
}
