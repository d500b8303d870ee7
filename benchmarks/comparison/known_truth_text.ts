import { streamFamily } from "@unmask/random";
import type { RecordedNoise } from "./recorded_noise.ts";
import { QUIET, selfTest } from "./known_truth.ts";

/**
 * The self-test of the comparison, in words: a hundred comparisons of each kind, five processes a side.
 *
 * @param recorded A run against itself
 * @returns Three lines
 */
export function selfTestText(recorded: RecordedNoise): string {
  const streams = streamFamily({ seed: 0, cell: "benchmarks", purpose: "self-test" });
  const plan = { times: 100, processes: 5, slowdown: 1.2, streams };
  const { alike, calm, planted, found, quiet, foundQuiet } = selfTest(recorded, plan);
  return `Against itself, ${recorded.calls.length} calls at once: no difference called in ${calm} of ${alike}.\n` +
    `One call made 20% slower: found in ${found} of ${planted}.\n` +
    `One of the ${quiet} calls whose noise is below ${
      Math.round(100 * QUIET * 0.2)
    }%: found in ${foundQuiet} of ${planted}.\n`;
}
