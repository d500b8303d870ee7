import { streamFamily } from "@unmask/random";
import { median, quantileSorted, sampleWithReplacement } from "simple-statistics";

/** Draws: the ends of the interval are quantiles, which so many settle. */
const DRAWS = 1000;

/**
 * The 95% bootstrap interval of the median of what processes measured.
 *
 * Processes are drawn with replacement, as many as there are, and the interval spans the middle 95% of
 * the medians of the draws. Samples within a process are not drawn again: they share where their code
 * and data lie, so their number adds nothing. Five processes give about the interval from the lowest to
 * the highest, one gives itself.
 *
 * The draws have a fixed seed: the interval depends on the values alone.
 *
 * @param values One value a process
 * @returns Its ends, rising
 * @throws {RangeError} When there is no value
 */
export function bootstrapInterval(values: readonly number[]): [number, number] {
  if (!(values.length > 0)) {
    throw new RangeError("Cannot bootstrap: there must be a value, got none");
  }
  const stream = streamFamily({ seed: 0, cell: "benchmarks", purpose: "bootstrap" }).at(0);
  const medians = Array.from(
    { length: DRAWS },
    () => median(sampleWithReplacement([...values], values.length, () => stream.nextDouble())),
  )
    .sort((a, b) => a - b);
  return [quantileSorted(medians, 0.025), quantileSorted(medians, 0.975)];
}
