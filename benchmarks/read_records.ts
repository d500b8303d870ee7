import { readdir, readFile } from "node:fs/promises";
import * as v from "valibot";
import { type BenchmarkRecord, benchmarkRecordSchema } from "./benchmark_record.ts";
import type { NoiseModel } from "./comparison/noise.ts";
import { recordedNoise } from "./comparison/recorded_noise.ts";
import { machineName } from "./environment.ts";
import { fromFirstSchema } from "./first_schema.ts";

/**
 * Every record of a folder: `<machine>/<date>.json`.
 *
 * @param folder Where machines have their folders, the one of this room by default
 * @returns Records, by machine and then by date
 * @throws {RangeError} When a record is not of the schema, or of another machine or day than its place
 *   says
 */
export async function readRecords(
  folder: URL = new URL("./record/", import.meta.url),
): Promise<BenchmarkRecord[]> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /^[^/]+\/\d{4}-\d{2}-\d{2}\.json$/.test(file)).sort();
  const records: BenchmarkRecord[] = [];
  for (const file of files) {
    const record = readRecord(await readFile(new URL(file, folder), "utf8"), file);
    const place = `${machineName(record.environment)}/${record.date}.json`;
    if (place !== file) {
      throw new RangeError(
        `Cannot read the record ${file}: it must be of that machine and day, got ${place}`,
      );
    }
    records.push(record);
  }
  return records;
}

/**
 * What is known of the noise of machines.
 *
 * @param records Records of theirs
 * @returns The noise by the name of the machine; nothing of machines without a run against themselves
 * @throws {RangeError} When such a run is not of its schema
 */
export async function readNoises(
  records: readonly BenchmarkRecord[],
): Promise<Map<string, NoiseModel>> {
  const noises = new Map<string, NoiseModel>();
  const machines = Map.groupBy(records, ({ environment }) => machineName(environment));
  for (const [name, [first]] of machines) {
    const noise = await recordedNoise(first!.environment);
    if (noise !== null) noises.set(name, noise.model);
  }
  return noises;
}

/**
 * A record from its text; one of the first schema is read as what it says of one process.
 *
 * @param text JSON
 * @param name What it is called in messages
 * @returns The record
 * @throws {RangeError} When it is not JSON, or not of the schema
 */
export function readRecord(text: string, name: string): BenchmarkRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError(`Cannot read the record ${name}: it must be JSON`);
  }
  const result = v.safeParse(benchmarkRecordSchema, fromFirstSchema(value), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new RangeError(
    `Cannot read the record ${name}: ${
      v.getDotPath(issue) ?? "it"
    } must be of the schema, got ${issue.received}`,
  );
}
