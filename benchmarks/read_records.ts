import { readdir, readFile } from "node:fs/promises";
import type { BenchmarkRecord } from "./benchmark_record.ts";
import { machineName } from "./environment.ts";

/**
 * Every record of a folder: `<machine>/<date>.json`.
 *
 * @param folder Where machines have their folders, the one of this room by default
 * @returns Records, by machine and then by date
 * @throws {RangeError} When a record is of another schema, machine or day than its place says
 */
export async function readRecords(
  folder: URL = new URL("./record/", import.meta.url),
): Promise<BenchmarkRecord[]> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /^[^/]+\/\d{4}-\d{2}-\d{2}\.json$/.test(file)).sort();
  const records: BenchmarkRecord[] = [];
  for (const file of files) {
    const record: BenchmarkRecord = JSON.parse(await readFile(new URL(file, folder), "utf8"));
    const place = record.schema === 1 && `${machineName(record.environment)}/${record.date}.json`;
    if (place !== file) {
      throw new RangeError(
        `Cannot read the record ${file}: it must be of schema 1, and of that machine and day, got ${place}`,
      );
    }
    records.push(record);
  }
  return records;
}
