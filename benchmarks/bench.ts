/**
 * Runs the benchmarks. A whole run computes the figures that may not drift, checks every answer, times
 * what is right in fresh processes, prints a table, and writes the record of this machine and the report.
 *
 *     deno task bench
 *     deno task bench --full
 *     deno task bench --filter optimum
 *     deno task bench --quick
 *     deno task bench --processes 1 --record run.json
 *     deno task bench compare BEFORE AFTER
 *     deno task bench science [--write]
 *     deno task bench noise
 *     deno task bench self-test
 *
 * With `--record` the record goes to that file and nowhere else, whatever was run. Status 1 where an
 * answer is wrong, a figure drifted or a whole run breaks a cost law, 2 where what was asked for cannot
 * be done.
 *
 * @module
 */
import { resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { compareFiles } from "./comparison/compare_files.ts";
import { recordedNoise } from "./comparison/recorded_noise.ts";
import { selfTestText } from "./comparison/known_truth_text.ts";
import { measureTwice } from "./comparison/measure_twice.ts";
import { readEnvironment } from "./environment.ts";
import { recordText } from "./record_text.ts";
import { resultTable } from "./result_table.ts";
import { runBenchmarks } from "./run_benchmarks.ts";
import { checkedScience, runScience, writeScience } from "./science.ts";
import { scienceTable } from "./report/science_table.ts";
import { loadSuite } from "./suite.ts";
import { runEverything } from "./whole_run.ts";
import { writeWhole } from "./write_whole.ts";

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
  if (others.record === "") refuse("Cannot bench: record must be the path of a file, got none");
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

/** A run of which part is wanted, or whose record goes elsewhere. */
async function benchPart(options: Arguments): Promise<void> {
  const record = await runBenchmarks(options);
  if (record.workloads.length === 0) {
    const names = (await loadSuite()).workloads.map(({ name }) => name).join(", ");
    refuse(`Cannot filter: text must occur in a workload (${names}), got ${options.filter}`);
  }
  process.stdout.write(resultTable(record));
  if (options.record !== undefined) {
    await writeWhole(pathToFileURL(resolve(options.record)), recordText(record));
  }
}

async function benchWhole({ full }: Arguments): Promise<void> {
  const { record, path, broken } = await runEverything({ full, onScience: showBenchmark });
  process.stdout.write(
    `${resultTable(record)}\nRecord: ${path}\nReport: reports/benchmarks/README.md\n`,
  );
  for (const law of broken) {
    process.stderr.write(`${law}\n`);
    process.exitCode = 1;
  }
}

async function bench(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  // Part of a run must not take the place of a whole one of the same day.
  const isWhole = options.filter === "" && !options.quick && options.processes === undefined &&
    options.record === undefined;
  await (isWhole ? benchWhole : benchPart)(options).catch((error) => {
    if (error instanceof RangeError) refuse(error.message, 1);
    throw error;
  });
}

/** Tells on a terminal what is computed. */
function showBenchmark(name: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Kcomputing ${name}\r`);
}

/** The figures that may not drift: tells them, or takes them over. */
async function science(args: readonly string[]): Promise<string> {
  const [option, ...others] = args;
  if (others.length > 0 || (option !== undefined && option !== "--write")) {
    throw new RangeError(
      `Cannot compute the figures: the only option must be --write, got ${args.join(" ")}`,
    );
  }
  if (option === undefined) {
    const checked = await checkedScience(showBenchmark).catch((error) => refuse(error.message, 1));
    return `${scienceTable(checked)}\n`;
  }
  await writeScience(await runScience(showBenchmark).catch((error) => refuse(error.message, 1)));
  return "Figures: reports/benchmarks/science.json\n";
}

/** The machine against itself. */
async function noise(args: readonly string[]): Promise<string> {
  refuseAny(args, "measure the noise");
  return await measureTwice().catch((error) => refuse(error.message, 1));
}

/** The self-test on what is recorded of this machine. */
async function testItself(args: readonly string[]): Promise<string> {
  refuseAny(args, "test the comparison");
  const found = await recordedNoise(await readEnvironment(new URL("../", import.meta.url)));
  if (found === null) {
    return refuse("Cannot test the comparison: there must be a run against itself, got none");
  }
  return selfTestText(found.recorded);
}

/** Many minutes would pass until someone sees that an option was not heeded. */
function refuseAny(args: readonly string[], verb: string): void {
  if (args.length > 0) refuse(`Cannot ${verb}: there must be no options, got ${args.join(" ")}`);
}

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = {
  compare: compareFiles,
  noise,
  science,
  "self-test": testItself,
};

if (import.meta.main) {
  const [first = "", ...others] = Deno.args;
  const command = Object.hasOwn(commands, first) ? commands[first] : undefined;
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
