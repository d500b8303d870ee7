import { mkdir, open, readFile, rename } from "node:fs/promises";
import process from "node:process";
import { parseArgs } from "node:util";
import { scienceDrift } from "./science_drift.ts";
import { computeScience, loadScience, type ScienceRecord, scienceText } from "./science_record.ts";
import { scienceTable } from "./science_table.ts";

/** Where the figures are kept. */
export const SCIENCE_FILE = new URL("../reports/benchmarks/science.json", import.meta.url);

/**
 * Computes every science benchmark, in about eight seconds.
 *
 * @param onBenchmark Called with the name of each before it is computed
 * @returns The figures, the same on every run
 * @throws {RangeError} When a figure misses what a reference or theory says of it
 */
export async function runScience(onBenchmark?: (name: string) => void): Promise<ScienceRecord> {
  return await computeScience(await loadScience(), onBenchmark);
}

/**
 * The figures that are committed.
 *
 * @param file Where, {@linkcode SCIENCE_FILE} by default
 * @returns The record; undefined where there is none
 */
export async function readScience(file: URL = SCIENCE_FILE): Promise<ScienceRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Writes figures in place of the committed ones: the old file or the new one is there, never a part.
 *
 * @param record What was computed
 * @param file Where, {@linkcode SCIENCE_FILE} by default
 */
export async function writeScience(record: ScienceRecord, file: URL = SCIENCE_FILE): Promise<void> {
  await mkdir(new URL("./", file), { recursive: true });
  const unfinished = new URL(`${file.href}.part`);
  const handle = await open(unfinished, "w");
  try {
    await handle.writeFile(scienceText(record));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readOptions(): { check: boolean; write: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: "boolean", default: false },
        write: { type: "boolean", default: false },
      },
    });
    if (!(values.check && values.write)) return values;
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
  refuse("Cannot run the science benchmarks: it must be --check or --write, got both");
}

async function main(): Promise<number> {
  const { check, write } = readOptions();
  const { stderr } = process;
  const record = await runScience((name) => {
    if (stderr.isTTY) stderr.write(`\r\x1b[Kcomputing ${name}`);
  });
  if (stderr.isTTY) stderr.write("\r\x1b[K");
  if (write) await writeScience(record);
  if (!check) {
    process.stdout.write(`${scienceTable(record)}\n`);
    return 0;
  }
  const committed = await readScience();
  const drift = committed === undefined
    ? ["reports/benchmarks/science.json is missing: --write makes it"]
    : scienceDrift(committed, record);
  for (const line of drift) process.stdout.write(`${line}\n`);
  return drift.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exit(await main());
