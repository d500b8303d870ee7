/**
 * One fresh process of a benchmark run, started by `bench.ts`. All time every call whose answer is
 * right; the first holds the answers of all engines against each other and theory, and writes the
 * trusted ones down, those after it hold each answer against these.
 *
 *     deno run .. benchmarks/bench_process.ts '{"task":"check", ..}'
 *
 * Standard output is one JSON value a line, of the types below.
 *
 * @module
 */
import process from "node:process";
import {
  checkAgain,
  checkAtSize,
  type CheckedCall,
  type CheckOptions,
  type FirstCall,
  wantedOf,
} from "./check_answers.ts";
import { type AnyWorkload, loadSuite, type Suite } from "./suite.ts";
import { timeCall, type TimedCall, type TimingPlan } from "./time_call.ts";
import { answerKey, readTrustedAnswers, writeTrustedAnswers } from "./trusted_answers.ts";
import type { EngineKind } from "./engine.ts";
import type { CostLaw } from "./workload.ts";

/** What a process is told. */
export interface ProcessRequest {
  /** What is left out. */
  readonly options: CheckOptions;
  /** How long each call is timed. */
  readonly plan: TimingPlan;
  /** Whether it is the first process, or comes after it. */
  readonly task: "check" | "repeat";
  /** The file of the trusted answers: the first process writes it, those after read it. */
  readonly answers: string;
}

/** A call that was checked, or timed. */
export interface NamedCall {
  /** Name of the workload. */
  readonly workload: string;
  /** Name of the engine. */
  readonly engine: string;
  /** Size of the workload. */
  readonly size: number;
}

/** What checking says of a call. */
export interface CheckedLine extends NamedCall {
  /** How the engine goes about it. */
  readonly kind: EngineKind;
  /** Units of work in one call. */
  readonly work: number;
  /** Largest share of the tolerance that the answer used. */
  readonly toleranceUsed: number;
}

/** What checking says of a workload, after its calls. */
export interface WorkloadLine {
  /** Name of the workload. */
  readonly name: string;
  /** What is computed. */
  readonly title: string;
  /** What a size counts. */
  readonly sizeLabel: string;
  /** What growth is expected. */
  readonly growth: "power" | "exponential";
  /** Unit of work. */
  readonly unit: string;
  /** Where theory speaks from. */
  readonly theory: string | null;
  /** What is claimed of growth. */
  readonly costLaws: readonly CostLaw[];
  /** Its calls. */
  readonly calls: readonly CheckedLine[];
}

/** What timing says of a call. */
export interface TimedLine extends NamedCall {
  /** Calls in one sample. */
  readonly batch: number;
  /** Samples, nanoseconds per call. */
  readonly samples: readonly number[];
  /** Largest resident memory of a process that answered, bytes. */
  readonly peakMemory: number | null;
}

/**
 * Holds the answers of all engines against each other and theory, and times each call that is right.
 *
 * @param suite Workloads and engines
 * @param request What is left out, the file that trusted answers go to, and how long
 * @param say Called with what the clock said of each call, and after them with what is known of their
 *   workload
 * @throws {RangeError} On a wrong answer
 */
async function check(
  suite: Suite,
  { options, answers, plan }: ProcessRequest,
  say: (line: WorkloadLine | TimedLine) => void,
): Promise<void> {
  const trusted = new Map<string, Float64Array>();
  for (const { workload, engines, isWanted, sizes } of wantedOf(suite, options)) {
    const calls: CheckedLine[] = [];
    for (const size of sizes) {
      for (const checked of checkAtSize({ workload, engines, size })) {
        if (!isWanted(checked.engine)) continue;
        trusted.set(answerKey(workload.name, size), Float64Array.from(checked.trusted));
        calls.push(checkedLine(checked));
        say(timed(checked, plan));
      }
    }
    if (calls.length > 0) say(workloadLine(workload, calls));
    collectGarbage();
  }
  await writeTrustedAnswers(answers, trusted);
}

function checkedLine({ workload, engine, size, toleranceUsed }: CheckedCall): CheckedLine {
  return {
    workload: workload.name,
    engine: engine.name,
    kind: engine.kind,
    size,
    work: workload.work.amount(size),
    toleranceUsed,
  };
}

function workloadLine(workload: AnyWorkload, calls: readonly CheckedLine[]): WorkloadLine {
  const { name, title, size: { label, growth }, work: { unit }, theory, costLaws = [] } = workload;
  return {
    name,
    title,
    sizeLabel: label,
    growth,
    unit,
    theory: theory?.from ?? null,
    costLaws,
    calls,
  };
}

/**
 * Times every call of a suite once its answer is the trusted one.
 *
 * @param suite Workloads and engines
 * @param request What is left out, the file with the trusted answers, and how long
 * @param say Called with what the clock said of each call
 * @throws {RangeError} On a wrong answer, before its call is timed or after
 */
async function repeat(
  suite: Suite,
  { options, answers, plan }: ProcessRequest,
  say: (line: TimedLine) => void,
): Promise<void> {
  const trusted = await readTrustedAnswers(answers);
  const wanted = wantedOf(suite, options)
    .filter(({ workload }) => options.full || !workload.measuredOnce);
  for (const { workload, engines, isWanted, sizes } of wanted) {
    for (const size of sizes) {
      const figures = trusted.get(answerKey(workload.name, size));
      if (figures === undefined) continue;
      const input = workload.input(size);
      for (const engine of engines.filter((one) => isWanted(one) && one.handles(input))) {
        say(timed(checkAgain({ workload, engine, size, input }, figures), plan));
      }
    }
    collectGarbage();
  }
}

/** What the clock says of a call; its last answer is checked again. */
function timed(checked: CheckedCall, plan: TimingPlan): TimedLine {
  const { workload, engine, size, first, call, confirm } = checked;
  const { batch, nanoseconds, answer } = engine.ownProcess
    ? onlyCall(first)
    : timeCall(call, { ...plan, first: first.milliseconds });
  confirm(answer);
  return {
    workload: workload.name,
    engine: engine.name,
    size,
    batch,
    samples: nanoseconds,
    peakMemory: engine.peakMemory?.(answer) ?? null,
  };
}

/** A call that warms nothing up for the next is as good as any. */
function onlyCall({ answer, milliseconds }: FirstCall): TimedCall<unknown> {
  return { batch: 1, nanoseconds: [1e6 * milliseconds], answer };
}

/** The garbage of one workload is not for the next to pay for. */
function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** Starts what engines are to find warm, all at once: threads take up to a second. */
async function startEngines(suite: Suite, options: CheckOptions): Promise<void> {
  const wanted = wantedOf(suite, options).flatMap(({ engines }) => engines);
  await Promise.all([...new Set(wanted)].map((engine) => engine.start?.()));
}

/** Written when it returns: the process may end at once. */
function writeAll(text: string): void {
  for (let bytes = new TextEncoder().encode(text); bytes.length > 0;) {
    bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
  }
}

if (import.meta.main) {
  const request: ProcessRequest = JSON.parse(Deno.args[0]!);
  const say = (line: unknown): void => writeAll(`${JSON.stringify(line)}\n`);
  try {
    const suite = await loadSuite();
    await startEngines(suite, request.options);
    await (request.task === "check" ? check : repeat)(suite, request, say);
  } catch (error) {
    process.stderr.write(`${error instanceof RangeError ? error.message : error}\n`);
    process.exitCode = 1;
  }
  // Threads of devices would keep the process.
  process.exit();
}
