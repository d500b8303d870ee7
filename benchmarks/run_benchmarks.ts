import type { BenchmarkRecord } from "./benchmark_record.ts";
import type { CheckOptions } from "./check_answers.ts";
import { readEnvironment } from "./environment.ts";
import { graphicsAdapter } from "./graphics_adapter.ts";
import { makeRecord } from "./make_record.ts";
import { measureCalls, type MeasurementPlan } from "./measured_calls.ts";

/** Some three hundred calls in two minutes: five against five processes can tell a difference. */
const wholePlan: MeasurementPlan = { processes: 5, time: 10, warmupTime: 5, samples: 1 };

/** All sizes, and smaller differences can be seen, in some twelve minutes. */
const fullPlan: MeasurementPlan = { processes: 10, time: 30, warmupTime: 10, samples: 2 };

/** Enough to see that everything runs. */
const quickPlan: MeasurementPlan = { processes: 2, time: 0, warmupTime: 0, samples: 2 };

/** Sizes of each workload in a quick run. */
const QUICK_SIZES = 2;

/** What to run. */
export interface BenchOptions {
  /** Time only calls whose "workload engine" contains this text; all by default. */
  readonly filter?: string;
  /** The first sizes only, for a moment each; their times mean nothing. */
  readonly quick?: boolean;
  /** All sizes, longer, in more processes. */
  readonly full?: boolean;
  /** Fresh processes that go through all calls; 5 by default, 10 in a full run, 2 in a quick one. */
  readonly processes?: number;
}

/**
 * Runs the suite.
 *
 * @param options What to run
 * @returns The record, with no workloads where the filter matches nothing
 * @throws {RangeError} On a wrong answer, before its call is timed
 */
export async function runBenchmarks(options: BenchOptions = {}): Promise<BenchmarkRecord> {
  const { filter = "", quick = false, full = false } = options;
  const usual = quick ? quickPlan : full ? fullPlan : wholePlan;
  const plan = { ...usual, processes: options.processes ?? usual.processes };
  // Read first: the load is that of others, before this run adds to it.
  const environment = await readEnvironment(new URL("../", import.meta.url), {
    adapter: await graphicsAdapter(),
  });
  const wanted: CheckOptions = { filter, full, ...(quick ? { sizes: QUICK_SIZES } : {}) };
  const date = new Date().toISOString().slice(0, 10);
  return makeRecord(await measureCalls(wanted, plan), { date, environment, plan });
}
