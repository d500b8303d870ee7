import { drawInteger, type StreamFamily } from "@unmask/random";
import { compareTimes } from "./compare_times.ts";
import { dealProcesses } from "./deal_processes.ts";
import { expectedNoise } from "./noise.ts";
import { modelOf, type RecordedNoise } from "./recorded_noise.ts";

/** A slowdown is surely seen in calls whose noise is below this share of it. */
export const QUIET = 0.7;

/** How comparisons fared whose truth is known. */
export interface SelfTest {
  /** Comparisons of a program with itself: all calls in each. */
  readonly alike: number;
  /** Those in which no call at all was said to have changed. */
  readonly calm: number;
  /** Comparisons in which one call was made slower. */
  readonly planted: number;
  /** Those in which that call was said to be slower. */
  readonly found: number;
  /** Calls whose expected noise is below {@linkcode QUIET} of the slowdown. */
  readonly quiet: number;
  /** Comparisons, out of as many, in which such a call was made slower and said to be so. */
  readonly foundQuiet: number;
}

/**
 * Asks the comparison what is known: whether a program differs from itself, and whether a call that was
 * made slower is.
 *
 * Each time the recorded processes of both runs are dealt anew to two sides, the same way for all calls,
 * since a slow process is slow in many. The model of the noise is the machine's.
 *
 * @param recorded A run against itself
 * @param options `times` comparisons of each kind; `processes` of a side; `slowdown`, as 1.2; `streams`,
 *   one for each comparison
 * @returns Counts
 * @throws {RangeError} When there are too few processes
 */
export function selfTest(
  recorded: RecordedNoise,
  { times, processes, slowdown, streams }: {
    times: number;
    processes: number;
    slowdown: number;
    streams: StreamFamily;
  },
): SelfTest {
  const model = modelOf(recorded);
  const calls = recorded.calls.map(({ call, first, second }) => ({
    call,
    pool: [...first, ...second],
  }));
  const all = Math.min(...calls.map(({ pool }) => pool.length));
  if (!(2 * processes <= all)) {
    throw new RangeError(
      `Cannot test the comparison: both sides together must have at most ${all} processes, got ${
        2 * processes
      }`,
    );
  }
  const isQuiet = ({ call }: { call: string }): boolean =>
    expectedNoise(call, { model, processes }) < QUIET * (slowdown - 1);
  const quiet = [...calls.keys()].filter((index) => isQuiet(calls[index]!));
  let calm = 0;
  let found = 0;
  let foundQuiet = 0;
  for (let i = 0; i < times; i++) {
    const stream = streams.at(i);
    const sidesOf = dealProcesses(all, { processes, stream });
    const target = drawInteger(calls.length, stream);
    const quietTarget = quiet.length > 0 ? quiet[drawInteger(quiet.length, stream)] : undefined;
    const changes = calls.map(({ call, pool }, index) => {
      const [before, after] = sidesOf(pool);
      if (index === target || index === quietTarget) {
        const slow = after.map((time) => slowdown * time);
        const isFound = compareTimes(before, slow, { model, call }).change === "slower";
        if (isFound && index === target) found++;
        if (isFound && index === quietTarget) foundQuiet++;
      }
      return compareTimes(before, after, { model, call }).change;
    });
    if (changes.every((change) => change === null)) calm++;
  }
  return { alike: times, calm, planted: times, found, quiet: quiet.length, foundQuiet };
}
