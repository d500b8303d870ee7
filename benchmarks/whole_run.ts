import type { BenchmarkRecord } from "./benchmark_record.ts";
import { brokenLaws } from "./cost_laws.ts";
import { machineName } from "./environment.ts";
import { recordText } from "./record_text.ts";
import { writeReport } from "./report/write_report.ts";
import { runBenchmarks } from "./run_benchmarks.ts";
import { checkedScience } from "./science.ts";
import { writeWhole } from "./write_whole.ts";

/** What a whole run leaves behind. */
export interface WholeRun {
  /** The record that was written. */
  readonly record: BenchmarkRecord;
  /** Its path from the root. */
  readonly path: string;
  /** The claims about growth that it breaks. */
  readonly broken: readonly string[];
}

/**
 * Runs everything: figures that may not drift, then times. Writes the record of this machine and the
 * report.
 *
 * @param options Whether all sizes, longer, in more processes; called with what is computed
 * @returns What was written
 * @throws {RangeError} On figures that drifted or a wrong answer, before anything is written
 */
export async function runEverything(
  { full, onScience }: { full: boolean; onScience?: (name: string) => void },
): Promise<WholeRun> {
  const science = await checkedScience(onScience);
  const record = await runBenchmarks({ full });
  const place = `record/${machineName(record.environment)}/${record.date}.json`;
  await writeWhole(new URL(place, import.meta.url), recordText(record));
  await writeReport(record, science);
  return { record, path: `benchmarks/${place}`, broken: brokenLaws(record) };
}
