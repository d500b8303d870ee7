/**
 * Runs the benchmarks: checks every answer, times what is right in fresh processes, prints a table, and
 * after a whole run writes the record and the figure of this machine.
 *
 *     deno task bench
 *     deno task bench --filter optimum
 *     deno task bench --full
 *     deno task bench --quick
 *     deno task bench --processes 1 --record run.json
 *     deno task bench compare BEFORE AFTER
 *     deno task bench noise
 *     deno task bench self-test
 *
 * With `--record` the record goes to that file and nowhere else, whatever was run. Status 1 where a
 * whole run breaks a cost law.
 *
 * @module
 */
import { mkdir, writeFile } from "node:fs/promises";
import process from "node:process";
import { parseArgs } from "node:util";
import { renderSvg, withTheme } from "@unmask/reporting";
import type { BenchmarkRecord } from "./benchmark_record.ts";
import type { CheckOptions } from "./check_answers.ts";
import { compareFiles } from "./comparison/compare_files.ts";
import { noiseOfRuns, recordedNoise } from "./comparison/recorded_noise.ts";
import { selfTestText } from "./comparison/known_truth_text.ts";
import { brokenLaws } from "./cost_laws.ts";
import { machineName, readEnvironment } from "./environment.ts";
import { benchmarkFigure } from "./figure.ts";
import { graphicsAdapter } from "./graphics_adapter.ts";
import { makeRecord } from "./make_record.ts";
import { measureCalls, type MeasurementPlan } from "./measured_calls.ts";
import { recordText } from "./record_text.ts";
import { resultTable } from "./result_table.ts";
import { loadSuite } from "./suite.ts";

/** Some three hundred calls in two minutes: five against five processes can tell a difference. */
const wholePlan: MeasurementPlan = { processes: 5, time: 10, warmupTime: 5, samples: 1 };

/** Differences half as large can be seen, in a quarter of an hour. */
const fullPlan: MeasurementPlan = { processes: 15, time: 40, warmupTime: 20, samples: 2 };

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
  /** Fresh processes that go through all calls; 5 by default, 15 in a full run, 2 in a quick one. */
  readonly processes?: number;
}

/**
 * Runs the suite.
 *
 * @param options What to run
 * @returns The record, with no workloads where the filter matches nothing
 * @throws {RangeError} On a wrong answer, before anything is timed
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
  await writeFile(new URL(`${record.date}.json`, own), recordText(record));
  await writeFile(
    new URL("figure.vl.json", own),
    `${JSON.stringify(withTheme(spec), null, 1)}\n`,
  );
  await writeFile(new URL("figure.svg", own), svg);
  return machine;
}

interface Arguments {
  filter: string;
  quick: boolean;
  full: boolean;
  record?: string | undefined;
  processes?: number;
}

function readOptions(args: readonly string[]): Arguments {
  let values: Omit<Arguments, "processes"> & { processes?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        filter: { type: "string", default: "" },
        quick: { type: "boolean", default: false },
        full: { type: "boolean", default: false },
        record: { type: "string" },
        processes: { type: "string" },
      },
    }));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { processes, ...others } = values;
  if (others.quick && others.full) refuse("Cannot bench: a run must be quick or full, got both");
  if (processes === undefined) return others;
  if (!/^[1-9]\d?$/.test(processes)) {
    refuse(`Cannot bench: processes must be an integer in [1, 99], got ${processes}`);
  }
  return { ...others, processes: Number(processes) };
}

function refuse(message: string, status = 2): never {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}

async function bench(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const record = await runBenchmarks(options).catch((error) => {
    if (error instanceof RangeError) refuse(error.message, 1);
    throw error;
  });
  if (record.workloads.length === 0) {
    const names = (await loadSuite()).workloads.map(({ name }) => name).join(", ");
    refuse(`Cannot filter: text must occur in a workload (${names}), got ${options.filter}`);
  }
  process.stdout.write(resultTable(record));
  // Part of a run must not take the place of a whole one of the same day.
  const whole = options.filter === "" && !options.quick && options.processes === undefined;
  if (options.record !== undefined) await writeFile(options.record, recordText(record));
  else if (whole) {
    const machine = await writeRecord(record, new URL("./record/", import.meta.url));
    process.stdout.write(`\nRecord and figure: benchmarks/record/${machine}/\n`);
  }
  if (!whole) return;
  for (const broken of brokenLaws(record)) {
    process.stderr.write(`${broken}\n`);
    process.exitCode = 1;
  }
}

/** Runs of one program after each other, each with enough processes to deal them anew. */
const noisePlan = { ...wholePlan, processes: 10 };

/** Measures the suite twice and writes how far the two are apart. */
async function measureTwice(): Promise<string> {
  const environment = await readEnvironment(new URL("../", import.meta.url));
  const date = new Date().toISOString().slice(0, 10);
  const run = async (): Promise<BenchmarkRecord> =>
    makeRecord(await measureCalls({}, noisePlan), { date, environment, plan: noisePlan });
  const noise = noiseOfRuns(await run(), await run());
  const machine = machineName(environment);
  const file = new URL(`./record/${machine}/noise.json`, import.meta.url);
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, recordText(noise));
  return `Noise: benchmarks/record/${machine}/noise.json\n${selfTestText(noise)}`;
}

/** The self-test on what is recorded of this machine. */
async function testItself(): Promise<string> {
  const noise = await recordedNoise(await readEnvironment(new URL("../", import.meta.url)));
  if (noise === null) {
    return refuse("Cannot test the comparison: there must be a run against itself, got none");
  }
  return selfTestText(noise.recorded);
}

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = {
  compare: compareFiles,
  noise: measureTwice,
  "self-test": testItself,
};

if (import.meta.main) {
  const [first = "", ...others] = Deno.args;
  const command = commands[first];
  if (command === undefined) await bench(Deno.args);
  else {
    await command(others).then(
      (text) => process.stdout.write(text),
      (error) => refuse(error.message),
    );
  }
  // Threads of devices would keep the process.
  process.exit();
}
