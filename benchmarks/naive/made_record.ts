import { median } from "simple-statistics";
import type { BenchmarkRecord, RecordedTime } from "../benchmark_record.ts";

/** What is made up about a run. */
export interface MadeRun {
  /** Day of the run. */
  readonly date?: string;
  /** Processor. */
  readonly cpuModel?: string;
  /** Cores. */
  readonly cores?: number;
  /** Version of Deno. */
  readonly deno?: string;
  /** For each size, the medians of its processes, in nanoseconds. */
  readonly processes?: Readonly<Record<number, readonly number[]>>;
  /** Share of the tolerance that answers used. */
  readonly toleranceUsed?: number;
  /** Peak memory in bytes. */
  readonly peakMemory?: number | null;
  /** Commit. */
  readonly commit?: string | null;
}

/** Medians of processes of a call that takes a microsecond for each unit of size, give or take 2%. */
export const calmProcesses: Readonly<Record<number, readonly number[]>> = Object.fromEntries(
  [16, 32, 64].map((size) => [size, [1, 1.01, 0.99, 1.02, 1].map((share) => 1000 * size * share)]),
);

/**
 * A record of one workload with one engine that nobody ran.
 *
 * @param run What differs from the usual
 * @returns The record
 */
export function madeRecord(run: MadeRun = {}): BenchmarkRecord {
  const { processes = calmProcesses, toleranceUsed = 0.25, peakMemory = null } = run;
  const times = Object.entries(processes).map(([size, medians]): RecordedTime => ({
    engine: "closed form",
    kind: "fast",
    size: Number(size),
    work: Number(size),
    toleranceUsed,
    batches: medians.map(() => 1),
    samples: medians.map((own) => [own, own]),
    processMedians: [...medians],
    median: median([...medians]),
    interval: [Math.min(...medians), Math.max(...medians)],
    medianAbsoluteDeviation: 1,
    peakMemory,
  }));
  return {
    schema: 2,
    date: run.date ?? "2026-11-01",
    environment: {
      cpuModel: run.cpuModel ?? "Example Chip",
      cores: run.cores ?? 2,
      memory: 8,
      platform: "linux x64",
      load: 0.1,
      deno: run.deno ?? "2.9.6",
      v8: "15.0",
      mathFingerprint: "0123456789abcdef",
      commit: run.commit === undefined ? "a".repeat(40) : run.commit,
    },
    plan: { processes: 5, time: 30, warmupTime: 10, samples: 2 },
    workloads: [{
      name: "made-up",
      title: "a thing that grows",
      sizeLabel: "length L",
      growth: "power",
      unit: "tokens",
      theory: null,
      times,
      growths: [{ engine: "closed form", law: "exponent", value: 1 }],
      costLaws: [],
    }],
  };
}

/**
 * Processes that take longer or less.
 *
 * @param factor What every time is multiplied by
 * @returns The calm processes, times the factor
 */
export function scaledProcesses(factor: number): Readonly<Record<number, readonly number[]>> {
  const entries = Object.entries(calmProcesses);
  return Object.fromEntries(entries.map(([size, own]) => [size, own.map((t) => factor * t)]));
}
