import { readFile } from "node:fs/promises";
import type { BenchmarkRecord } from "../benchmark_record.ts";
import { readRecord } from "../read_records.ts";
import { compareRecords } from "./compare_records.ts";
import { comparisonText } from "./comparison_text.ts";
import { recordedNoise } from "./recorded_noise.ts";

/**
 * Compares two record files.
 *
 * @param args Paths of the record before and the record after
 * @returns What can be said, in lines of at most 80 characters
 * @throws {RangeError} When there are not two, one cannot be read, or they are of different machines
 */
export async function compareFiles(args: readonly string[]): Promise<string> {
  const [before, after, ...others] = args;
  if (before === undefined || after === undefined || others.length > 0) {
    throw new RangeError(
      `Cannot compare: there must be two records, BEFORE and AFTER, got ${args.length}`,
    );
  }
  const [first, second] = [await read(before), await read(after)];
  const noise = await recordedNoise(second.environment);
  return comparisonText(compareRecords(first, second, noise?.model), { first, second, noise });
}

async function read(file: string): Promise<BenchmarkRecord> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new RangeError(`Cannot compare: a record must be a file that can be read, got ${file}`);
  }
  return readRecord(text, file);
}
