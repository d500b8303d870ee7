/**
 * Runs the benchmarks: checks every answer, times what is right, prints a table, and after a whole
 * run writes the record and the figure of this machine.
 *
 *     deno task bench
 *     deno task bench --filter optimum
 *     deno task bench --quick
 *     deno task bench --rounds 1 --record run.json
 *
 * With `--record` the record goes to that file and nowhere else, whatever was run.
 *
 * @module
 */
import { mkdir, writeFile } from "node:fs/promises";
import process from "node:process";
import { parseArgs } from "node:util";
import { renderSvg, withTheme } from "@unmask/reporting";
import { type BenchmarkRecord, benchmarkRecord } from "./benchmark_record.ts";
import { checkAnswers } from "./check_answers.ts";
import { machineName, readEnvironment } from "./environment.ts";
import { benchmarkFigure } from "./figure.ts";
import { graphicsAdapter } from "./graphics_adapter.ts";
import { measure, type MeasurementPlan } from "./measurement.ts";
import { progressBar } from "./progress_bar.ts";
import { resultTable } from "./result_table.ts";
import { loadSuite, type Suite } from "./suite.ts";

/**
 * Two hundred calls in less than two minutes. In many short rounds a slow one moves no median far, so
 * one sample of a call that is long is enough in each.
 */
const wholePlan: MeasurementPlan = { rounds: 5, time: 30, warmupTime: 10, samples: 1 };

/** Enough to see that everything runs. */
const quickPlan: MeasurementPlan = { rounds: 2, time: 0, warmupTime: 0, samples: 2 };

/** Sizes of each workload in a quick run. */
const QUICK_SIZES = 2;

/** What to run. */
export interface BenchOptions {
  /** Time only calls whose "workload engine" contains this text; all by default. */
  readonly filter?: string;
  /** The first sizes only, for a moment each; their times mean nothing. */
  readonly quick?: boolean;
  /** Times that all calls are gone through; 5 by default, 2 in a quick run. */
  readonly rounds?: number;
}

/**
 * Runs a suite.
 *
 * @param suite Workloads and engines
 * @param options What to run
 * @returns The record, with no workloads where the filter matches nothing
 * @throws {RangeError} On a wrong answer, before anything is timed
 */
export async function runBenchmarks(
  suite: Suite,
  options: BenchOptions = {},
): Promise<BenchmarkRecord> {
  const { filter = "", quick = false } = options;
  const usual = quick ? quickPlan : wholePlan;
  const plan = { ...usual, rounds: options.rounds ?? usual.rounds };
  // Read first: the load is that of others, before this run adds to it.
  const environment = await readEnvironment(new URL("../", import.meta.url), {
    adapter: await graphicsAdapter(),
  });
  const calls = checkAnswers(suite, { filter, ...(quick ? { sizes: QUICK_SIZES } : {}) });
  const bar = progressBar(calls.length * plan.rounds);
  const measurements = measure(calls, { ...plan, onTimed: bar.step });
  bar.stop();
  const date = new Date().toISOString().slice(0, 10);
  return benchmarkRecord(measurements, { date, environment, plan });
}

/**
 * Writes a record and its figure into the folder of its machine.
 *
 * @param record A run
 * @param folder Where machines have their folders
 * @returns Name of the machine's folder
 */
async function writeRecord(record: BenchmarkRecord, folder: URL): Promise<string> {
  const machine = machineName(record.environment);
  const own = new URL(`${machine}/`, folder);
  await mkdir(own, { recursive: true });
  const { spec, alt } = benchmarkFigure(record);
  const svg = await renderSvg(spec, { alt, background: "white" });
  await writeFile(new URL(`${record.date}.json`, own), asJson(record));
  await writeFile(new URL("figure.vl.json", own), asJson(withTheme(spec)));
  await writeFile(new URL("figure.svg", own), svg);
  return machine;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

interface Arguments {
  filter: string;
  quick: boolean;
  record?: string | undefined;
  rounds?: number;
}

function readOptions(): Arguments {
  let values: { filter: string; quick: boolean; record?: string; rounds?: string };
  try {
    ({ values } = parseArgs({
      args: Deno.args,
      options: {
        filter: { type: "string", default: "" },
        quick: { type: "boolean", default: false },
        record: { type: "string" },
        rounds: { type: "string" },
      },
    }));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { rounds, ...others } = values;
  if (rounds === undefined) return others;
  if (!/^[1-9]\d?$/.test(rounds)) {
    refuse(`Cannot bench: rounds must be an integer in [1, 99], got ${rounds}`);
  }
  return { ...others, rounds: Number(rounds) };
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

if (import.meta.main) {
  const options = readOptions();
  const suite = await loadSuite();
  const record = await runBenchmarks(suite, options);
  if (record.workloads.length === 0) {
    const names = suite.workloads.map(({ name }) => name).join(", ");
    refuse(`Cannot filter: text must occur in a workload (${names}), got ${options.filter}`);
  }
  process.stdout.write(resultTable(record));
  // Part of a run must not take the place of a whole one of the same day.
  const whole = options.filter === "" && !options.quick && options.rounds === undefined;
  if (options.record !== undefined) await writeFile(options.record, asJson(record));
  else if (whole) {
    const machine = await writeRecord(record, new URL("./record/", import.meta.url));
    process.stdout.write(`\nRecord and figure: benchmarks/record/${machine}/\n`);
  }
}
