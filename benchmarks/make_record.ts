import { median, medianAbsoluteDeviation } from "simple-statistics";
import type {
  BenchmarkRecord,
  RecordedGrowth,
  RecordedLaw,
  RecordedTime,
  RecordedWorkload,
} from "./benchmark_record.ts";
import type { CheckedLine } from "./bench_process.ts";
import { bootstrapInterval } from "./bootstrap_interval.ts";
import { fitGrowth } from "./fit_growth.ts";
import { callKey, type MeasuredWorkload } from "./measured_calls.ts";

/**
 * The record of a run.
 *
 * @param measured What was measured
 * @param run When, where and how
 * @returns The record, ready for JSON
 */
export function makeRecord(
  measured: readonly MeasuredWorkload[],
  run: Pick<BenchmarkRecord, "date" | "environment" | "plan">,
): BenchmarkRecord {
  return { schema: 2, ...run, workloads: measured.map(recordedWorkload) };
}

function recordedWorkload(
  { calls, timed, costLaws, ...about }: MeasuredWorkload,
): RecordedWorkload {
  const times = calls.map((call) => recordedTime(call, timed.get(callKey(call)) ?? []));
  const law = about.growth === "power" ? "exponent" as const : "factor" as const;
  const grownFrom = (engine: string, from: number): number | null => {
    const points = times.filter((time) => time.engine === engine && time.size >= from)
      .map(({ size, median }) => ({ size, value: median }));
    const value = fitGrowth(points, about.growth);
    return value === null ? null : rounded(value);
  };
  return {
    ...about,
    times,
    growths: [...new Set(times.map(({ engine }) => engine))].flatMap((engine): RecordedGrowth[] => {
      const value = grownFrom(engine, -Infinity);
      return value === null ? [] : [{ engine, law, value }];
    }),
    costLaws: costLaws.filter(({ engine }) => times.some((time) => time.engine === engine))
      .map(({ engine, from, atMost }): RecordedLaw => {
        return { engine, law, from, atMost, value: grownFrom(engine, from) };
      }),
  };
}

function recordedTime(call: CheckedLine, timed: MeasuredLines): RecordedTime {
  const { engine, kind, size, work, toleranceUsed } = call;
  const samples = timed.map(({ samples }) => samples.map(rounded));
  const processMedians = samples.map((own) => rounded(median(own)));
  const [low, high] = bootstrapInterval(processMedians);
  const peaks = timed.flatMap(({ peakMemory }) => peakMemory === null ? [] : [peakMemory]);
  return {
    engine,
    kind,
    size,
    work,
    toleranceUsed: rounded(toleranceUsed),
    batches: timed.map(({ batch }) => batch),
    samples,
    processMedians,
    median: rounded(median(processMedians)),
    interval: [rounded(low), rounded(high)],
    medianAbsoluteDeviation: rounded(medianAbsoluteDeviation(samples.flat())),
    peakMemory: peaks.length === 0 ? null : Math.max(...peaks),
  };
}

type MeasuredLines = readonly {
  readonly batch: number;
  readonly samples: readonly number[];
  readonly peakMemory: number | null;
}[];

/** Four digits: more than any time on a shared machine has. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
