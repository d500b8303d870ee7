import type { BenchmarkRecord, RecordedTime } from "./benchmark_record.ts";
import { machineName } from "./environment.ts";
import type { PairFigures } from "./pair_figures.ts";

/** Runs of two commits, in turn on one machine. */
export interface PairedRuns {
  /** The commit that is compared with. */
  readonly base: string;
  /** The commit in question. */
  readonly head: string;
  /** Records of the base, one a run; none where its benchmarks do not run. */
  readonly baseRecords: readonly BenchmarkRecord[];
  /** Records of the head, one a run; none where its benchmarks do not run. */
  readonly headRecords: readonly BenchmarkRecord[];
  /** Number of pairs that were to be run. */
  readonly pairs: number;
  /** Name of the machine. */
  readonly machine: string;
}

/**
 * The figures of a comparison, and what is wrong by figures that do not depend on a clock: a head
 * whose benchmarks do not run (a wrong answer stops them), an answer that the base checks and the
 * head no longer does, an answer that is not the same in every run of the head.
 *
 * @param runs The runs
 * @returns The figures
 * @throws {RangeError} When a record is of another machine
 */
export function pairFigures(runs: PairedRuns): PairFigures {
  const { base, head, baseRecords, headRecords, pairs, machine } = runs;
  for (const { environment } of [...baseRecords, ...headRecords]) {
    if (machineName(environment) === machine) continue;
    throw new RangeError(
      `Cannot compare: records must be of ${machine}, got ${machineName(environment)}`,
    );
  }
  const [before, after] = [callsOf(baseRecords), callsOf(headRecords)];
  const lost = headRecords.length === 0
    ? []
    : [...before.values()].filter(({ key }) => !after.has(key));
  const changing = [...after.values()].filter(({ times }) =>
    times.length !== headRecords.length ||
    times.some(({ toleranceUsed }) => toleranceUsed !== times[0]!.toleranceUsed)
  );
  return {
    schema: 1,
    base,
    head,
    machine,
    pairs,
    answers: {
      base: baseRecords.length > 0 ? before.size : null,
      head: headRecords.length > 0 ? after.size : null,
    },
    breaches: [
      ...headRecords.length < pairs ? [{ kind: "head does not run" as const }] : [],
      ...lost.map(({ call }) => ({ kind: "lost answer" as const, ...call })),
      ...changing.map(({ call }) => ({ kind: "answer changes between runs" as const, ...call })),
    ],
    calls: [...after.values()].flatMap(({ key, call, times }) => {
      const rival = before.get(key);
      if (rival === undefined) return [];
      return [{ ...call, base: secondsOf(rival.times), head: secondsOf(times) }];
    }),
  };
}

interface Call {
  readonly key: string;
  readonly call: { workload: string; engine: string; size: number };
  readonly times: RecordedTime[];
}

function callsOf(records: readonly BenchmarkRecord[]): Map<string, Call> {
  const calls = new Map<string, Call>();
  for (const { workloads } of records) {
    for (const { name: workload, times } of workloads) {
      for (const time of times) {
        const { engine, size } = time;
        const key = `${workload} ${engine} ${size}`;
        const known = calls.get(key);
        if (known) known.times.push(time);
        else calls.set(key, { key, call: { workload, engine, size }, times: [time] });
      }
    }
  }
  return calls;
}

function secondsOf(times: readonly RecordedTime[]): number[] {
  return times.map(({ median }) => median / 1e9);
}
