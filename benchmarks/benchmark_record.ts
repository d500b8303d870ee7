import type { EngineKind } from "./engine.ts";
import type { Environment } from "./environment.ts";
import { fitGrowth } from "./fit_growth.ts";
import type { Measurement, MeasurementPlan } from "./measurement.ts";

/** What was measured of one engine at one size of a workload. Times are nanoseconds per call. */
export interface RecordedTime {
  /** Name of the engine. */
  readonly engine: string;
  /** How it goes about it. */
  readonly kind: EngineKind;
  /** Size of the workload. */
  readonly size: number;
  /** Units of work in one call. */
  readonly work: number;
  /** Largest share of the tolerance that the answer used, in [0, 1]. */
  readonly toleranceUsed: number;
  /** Calls in one sample. */
  readonly batch: number;
  /** Samples in all rounds. */
  readonly samples: number;
  /** Median of the samples. */
  readonly median: number;
  /** Median absolute deviation of the samples. */
  readonly medianAbsoluteDeviation: number;
  /** The median of each round. */
  readonly roundMedians: readonly number[];
  /** Largest resident memory of a process, bytes; null for engines that share this process. */
  readonly peakMemory: number | null;
}

/** How the median time of an engine grows with the size. */
export interface RecordedGrowth {
  /** Name of the engine. */
  readonly engine: string;
  /** `exponent` of the size, or `factor` per unit of size. */
  readonly law: "exponent" | "factor";
  /** The fitted number. */
  readonly value: number;
}

/** One workload with everything measured of it. */
export interface RecordedWorkload {
  /** Name of the workload. */
  readonly name: string;
  /** What is computed. */
  readonly title: string;
  /** What a size counts. */
  readonly sizeLabel: string;
  /** What growth is expected of costs. */
  readonly growth: "power" | "exponential";
  /** Unit of work. */
  readonly unit: string;
  /** Where the theory value comes from that answers were held against beside each other. */
  readonly theory: string | null;
  /** By size, then from the most trusted engine to the fastest. */
  readonly times: readonly RecordedTime[];
  /** Of engines with enough sizes. */
  readonly growths: readonly RecordedGrowth[];
}

/** A run of the suite, as it is written to `record/<machine>/<date>.json`. */
export interface BenchmarkRecord {
  /** Raised when a field changes its meaning. */
  readonly schema: 1;
  /** Day of the run, `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  /** Where it ran. */
  readonly environment: Environment;
  /** How it was timed. */
  readonly plan: MeasurementPlan;
  /** What was measured. */
  readonly workloads: readonly RecordedWorkload[];
}

/**
 * The record of a run.
 *
 * @param measurements What was measured, calls of one workload side by side
 * @param run When, where and how
 * @returns The record, ready for JSON
 */
export function benchmarkRecord(
  measurements: readonly Measurement[],
  run: { date: string; environment: Environment; plan: MeasurementPlan },
): BenchmarkRecord {
  const { date, environment, plan } = run;
  const groups = Map.groupBy(measurements, ({ checked }) => checked.workload);
  const workloads = [...groups].map(([workload, group]): RecordedWorkload => {
    const times = group.map((measurement) => recordedTime(measurement));
    const { growth, label } = workload.size;
    return {
      name: workload.name,
      title: workload.title,
      sizeLabel: label,
      growth,
      unit: workload.work.unit,
      theory: workload.theory?.from ?? null,
      times,
      growths: [...Map.groupBy(times, ({ engine }) => engine)].flatMap(([engine, own]) => {
        const points = own.map(({ size, median }) => ({ size, value: median }));
        const value = fitGrowth(points, growth);
        if (value === null) return [];
        return { engine, law: growth === "power" ? "exponent" : "factor", value: rounded(value) };
      }),
    };
  });
  return { schema: 1, date, environment, plan, workloads };
}

function recordedTime({ checked, ...measured }: Measurement): RecordedTime {
  const { workload, engine, size, toleranceUsed } = checked;
  return {
    engine: engine.name,
    kind: engine.kind,
    size,
    work: workload.work.amount(size),
    toleranceUsed: rounded(toleranceUsed),
    batch: measured.batch,
    samples: measured.samples,
    median: rounded(measured.median),
    medianAbsoluteDeviation: rounded(measured.medianAbsoluteDeviation),
    roundMedians: measured.roundMedians.map(rounded),
    peakMemory: measured.peakMemory,
  };
}

/** Four digits: more than any time on a shared machine has. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
