import { machineName } from "../environment.ts";
import { recordText } from "../record_text.ts";
import { runBenchmarks } from "../run_benchmarks.ts";
import { writeWhole } from "../write_whole.ts";
import { selfTestText } from "./known_truth_text.ts";
import { noiseOfRuns } from "./recorded_noise.ts";

/** Processes of each run: enough to deal them anew. */
const PROCESSES = 10;

/**
 * Measures the suite twice, one run after the other, and writes how far the two are apart.
 *
 * @returns Where it was written, and how the comparison fares on it
 * @throws {RangeError} On a wrong answer
 */
export async function measureTwice(): Promise<string> {
  const first = await runBenchmarks({ processes: PROCESSES });
  const second = await runBenchmarks({ processes: PROCESSES });
  const noise = noiseOfRuns(first, second);
  const place = `record/${machineName(second.environment)}/noise.json`;
  await writeWhole(new URL(`../${place}`, import.meta.url), recordText(noise));
  return `Noise: benchmarks/${place}\n${selfTestText(noise)}`;
}
