/**
 * One fresh process of a benchmark run, started by `bench.ts`: it checks all answers and writes the
 * trusted ones down, or it times every call after it has held its answer against those.
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
  checkAnswers,
  type CheckOptions,
  type FirstCall,
  wantedOf,
} from "./check_answers.ts";
import { loadSuite, type Suite } from "./suite.ts";
import { timeCall, type TimedCall, type TimingPlan } from "./time_call.ts";
import { answerKey, readTrustedAnswers, writeTrustedAnswers } from "./trusted_answers.ts";
import type { EngineKind } from "./engine.ts";
import type { CostLaw } from "./workload.ts";

/** What a process is told. */
export type ProcessRequest =
  & { readonly options: CheckOptions; readonly answers: string }
  & (
    | { readonly task: "check" }
    | { readonly task: "time"; readonly plan: TimingPlan; readonly backwards: boolean }
  );

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
 * Checks a suite.
 *
 * @param suite Workloads and engines
 * @param request What is left out, and the file that trusted answers go to
 * @param say Called with what is known of each workload
 * @throws {RangeError} On a wrong answer
 */
export async function check(
  suite: Suite,
  { options, answers }: Pick<ProcessRequest, "options" | "answers">,
  say: (line: WorkloadLine) => void,
): Promise<void> {
  const trusted = new Map<string, Float64Array>();
  for (const workload of suite.workloads) {
    const checked = checkAnswers({ ...suite, workloads: [workload] }, options);
    if (checked.length === 0) continue;
    const { name, title, size: { label, growth }, work: { unit, amount }, theory } = workload;
    const calls = checked.map((call): CheckedLine => {
      trusted.set(answerKey(name, call.size), Float64Array.from(call.trusted));
      const { engine, size, toleranceUsed } = call;
      return {
        workload: name,
        engine: engine.name,
        kind: engine.kind,
        size,
        work: amount(size),
        toleranceUsed,
      };
    });
    say({
      name,
      title,
      sizeLabel: label,
      growth,
      unit,
      theory: theory?.from ?? null,
      costLaws: workload.costLaws ?? [],
      calls,
    });
  }
  await writeTrustedAnswers(answers, trusted);
}

/**
 * Times every call of a suite once its answer is the trusted one.
 *
 * @param suite Workloads and engines
 * @param request What is left out, the file with the trusted answers, how long, and whether the last
 *   workload comes first: a slow minute of the machine falls on others then
 * @param say Called with what the clock said of each call
 * @throws {RangeError} On a wrong answer, before its call is timed or after
 */
export async function time(
  suite: Suite,
  request: Extract<ProcessRequest, { task: "time" }>,
  say: (line: TimedLine) => void,
): Promise<void> {
  const { options, answers, plan, backwards } = request;
  const trusted = await readTrustedAnswers(answers);
  const wanted = wantedOf(suite, options);
  for (const { workload, engines, isWanted, sizes } of backwards ? wanted.toReversed() : wanted) {
    for (const size of backwards ? sizes.toReversed() : sizes) {
      const figures = trusted.get(answerKey(workload.name, size));
      if (figures === undefined) continue;
      const input = workload.input(size);
      for (const engine of engines.filter((one) => isWanted(one) && one.handles(input))) {
        const checked = checkAgain({ workload, engine, size, input }, figures);
        const { batch, nanoseconds, answer } = engine.ownProcess
          ? onlyCall(checked.first)
          : timeCall(checked.call, { ...plan, first: checked.first.milliseconds });
        checked.confirm(answer);
        say({
          workload: workload.name,
          engine: engine.name,
          size,
          batch,
          samples: nanoseconds,
          peakMemory: engine.peakMemory?.(answer) ?? null,
        });
      }
    }
    // The garbage of one workload is not for the next to pay for.
    (globalThis as { gc?: () => void }).gc?.();
  }
}

/** Written when it returns: the process may end at once. */
function writeAll(text: string): void {
  for (let bytes = new TextEncoder().encode(text); bytes.length > 0;) {
    bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
  }
}

/** A call that warms nothing up for the next is as good as any. */
function onlyCall({ answer, milliseconds }: FirstCall): TimedCall<unknown> {
  return { batch: 1, nanoseconds: [1e6 * milliseconds], answer };
}

if (import.meta.main) {
  const request: ProcessRequest = JSON.parse(Deno.args[0]!);
  const say = (line: unknown): void => writeAll(`${JSON.stringify(line)}\n`);
  try {
    const suite = await loadSuite();
    if (request.task === "check") await check(suite, request, say);
    else await time(suite, request, say);
  } catch (error) {
    process.stderr.write(`${error instanceof RangeError ? error.message : error}\n`);
    process.exitCode = 1;
  }
  // Threads of devices would keep the process.
  process.exit();
}
