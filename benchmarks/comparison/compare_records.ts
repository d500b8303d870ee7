import type { BenchmarkRecord, RecordedTime } from "../benchmark_record.ts";
import { compareTimes, type TimeComparison } from "./compare_times.ts";
import { machineName } from "../environment.ts";
import { type NoiseModel, usualNoise } from "./noise.ts";

/** One call, in the record before and in the one after. */
export interface ComparedCall extends TimeComparison {
  /** Name of the workload. */
  readonly workload: string;
  /** What was measured before. */
  readonly before: RecordedTime;
  /** What was measured after. */
  readonly after: RecordedTime;
}

/** Two records of one machine. */
export interface RecordComparison {
  /** Calls that both measured, in the order of the record after. */
  readonly calls: readonly ComparedCall[];
  /** Number of calls that only the record after has. */
  readonly added: number;
  /** Number of calls that only the record before has. */
  readonly removed: number;
}

/**
 * Compares two records of one machine, call by call, by the medians of their processes.
 *
 * @param before The earlier record
 * @param after The later record
 * @param model What is known of the noise of the machine
 * @returns The comparison
 * @throws {RangeError} When the two are of different machines: their times say nothing about the code
 */
export function compareRecords(
  before: BenchmarkRecord,
  after: BenchmarkRecord,
  model: NoiseModel = usualNoise,
): RecordComparison {
  const [from, to] = [machineOf(before), machineOf(after)];
  if (from !== to) {
    throw new RangeError(`Cannot compare records: they must be of one machine, got ${from}, ${to}`);
  }
  const earlier = callsOf(before);
  const later = callsOf(after);
  const calls = [...later].flatMap(([key, { workload, time }]): ComparedCall[] => {
    const rival = earlier.get(key)?.time;
    if (rival === undefined) return [];
    const known = { model, call: key };
    const comparison = compareTimes(rival.processMedians, time.processMedians, known);
    return [{ workload, before: rival, after: time, ...comparison }];
  });
  return { calls, added: later.size - calls.length, removed: earlier.size - calls.length };
}

/**
 * What makes two records comparable: processor, cores, memory, system, and a graphics adapter if there
 * is one.
 *
 * @param record A record
 * @returns A name for it
 */
export function machineOf({ environment }: BenchmarkRecord): string {
  const { memory, platform, adapter } = environment;
  const graphics = adapter ? `, ${adapter}` : "";
  return `${machineName(environment)}, ${memory} GiB, ${platform}${graphics}`;
}

/**
 * The calls of a record by what makes two of them the same.
 *
 * @param record A record
 * @returns Calls by key, with the name of their workload
 */
export function callsOf(
  { workloads }: BenchmarkRecord,
): Map<string, { workload: string; time: RecordedTime }> {
  // The title states what is fixed: with other parameters a workload of the same name is another one.
  return new Map(workloads.flatMap(({ name, title, times }) =>
    times.map((time) => [
      `${name} ${title} ${time.engine} ${time.size}`,
      { workload: name, time },
    ])
  ));
}
