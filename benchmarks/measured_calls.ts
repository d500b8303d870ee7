import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NamedCall, TimedLine, WorkloadLine } from "./bench_process.ts";
import type { CheckOptions } from "./check_answers.ts";
import { progressBar } from "./progress_bar.ts";
import { runProcess } from "./run_bench_process.ts";
import type { TimingPlan } from "./time_call.ts";

/** How a suite is measured. */
export interface MeasurementPlan extends TimingPlan {
  /** Fresh processes that each go through all calls. */
  readonly processes: number;
}

/** What was measured of a workload. */
export interface MeasuredWorkload extends WorkloadLine {
  /** Key of a call, as {@linkcode callKey} makes it, to what each process said of it. */
  readonly timed: ReadonlyMap<string, readonly TimedLine[]>;
}

/**
 * The place of a call within its workload.
 *
 * @param call A call
 * @returns A key
 */
export function callKey({ engine, size }: Pick<NamedCall, "engine" | "size">): string {
  return `${engine} ${size}`;
}

/**
 * Measures the suite: fresh processes time all calls in turn. The first holds all answers against each
 * other and theory. What differs from process to process (where code and data lie, what was compiled
 * when) shows as spread and is not taken for a property of the code, and a slow minute of the machine
 * falls on all calls alike.
 *
 * @param options What is left out
 * @param plan How long, and in how many processes
 * @returns Workloads of which anything is wanted
 * @throws {RangeError} On a wrong answer, or when a process fails
 */
export async function measureCalls(
  options: CheckOptions,
  plan: MeasurementPlan,
): Promise<MeasuredWorkload[]> {
  const { processes, ...timing } = plan;
  const folder = await mkdtemp(join(tmpdir(), "unmask-bench-"));
  const answers = join(folder, "answers");
  try {
    const workloads: WorkloadLine[] = [];
    const timed: Timed = new Map();
    const bar = progressBar(processes);
    try {
      for (let i = 0; i < processes && (i === 0 || workloads.length > 0); i++) {
        const task = i === 0 ? "check" : "repeat";
        const request = { task, options, answers, plan: timing } as const;
        await runProcess<WorkloadLine | TimedLine>(request, (line) => {
          if ("calls" in line) workloads.push(line);
          else {
            keep(line, timed);
            bar.step(line);
          }
        });
        bar.processEnded();
      }
    } finally {
      bar.stop();
    }
    return workloads.map((workload) => ({ ...workload, timed: timed.get(workload.name)! }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** For each workload, for each call, what each process said. */
type Timed = Map<string, Map<string, TimedLine[]>>;

function keep(line: TimedLine, timed: Timed): void {
  const calls = timed.get(line.workload) ?? new Map<string, TimedLine[]>();
  timed.set(line.workload, calls);
  calls.set(callKey(line), [...calls.get(callKey(line)) ?? [], line]);
}
