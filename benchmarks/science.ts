import { readFile } from "node:fs/promises";
import { scienceDrift } from "./science_drift.ts";
import { computeScience, loadScience, type ScienceRecord, scienceText } from "./science_record.ts";
import { writeWhole } from "./write_whole.ts";

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
 * Computes the figures and holds them against those that are committed, which are there afterwards.
 *
 * @param onBenchmark Called with the name of each before it is computed
 * @returns The committed figures; where there were none, what was computed, now written
 * @throws {RangeError} When a figure drifted, naming each
 */
export async function checkedScience(
  onBenchmark?: (name: string) => void,
): Promise<ScienceRecord> {
  const [committed, record] = [await readScience(), await runScience(onBenchmark)];
  if (committed === undefined) {
    await writeScience(record);
    return record;
  }
  const drift = scienceDrift(committed, record);
  if (drift.length > 0) {
    throw new RangeError(
      `Cannot bench: figures must not drift, got ${drift.length} that did:\n` +
        drift.map((line) => `  ${line}\n`).join("") +
        "Where that is right, deno task bench science --write takes them over.",
    );
  }
  return committed;
}

/**
 * Writes figures in place of the committed ones.
 *
 * @param record What was computed
 * @param file Where, {@linkcode SCIENCE_FILE} by default
 */
export async function writeScience(record: ScienceRecord, file: URL = SCIENCE_FILE): Promise<void> {
  await writeWhole(file, scienceText(record));
}
