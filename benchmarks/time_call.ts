import { Bench, calibrateTimerOverhead, now, performanceNowTimestampProvider } from "tinybench";

/** How long a call is timed. */
export interface TimingPlan {
  /** Milliseconds of calls that count. */
  readonly time: number;
  /** Milliseconds of calls before, which do not. */
  readonly warmupTime: number;
  /** Fewest samples. */
  readonly samples: number;
}

/**
 * A sample lasts at least this many readings of the clock, so that reading it adds at most a
 * thousandth.
 */
const CLOCK_READINGS = 1000;

/** The calls that make one sample. */
export interface SampleSize {
  /** How many: 1 where a call lasts long enough to be timed alone, a power of two. */
  readonly batch: number;
  /** Whether they last longer than calls before a round would: then one round needs none. */
  readonly long: boolean;
}

/**
 * How many calls make one sample.
 *
 * @param call What is to be timed
 * @param options `warmupTime`, milliseconds of calls before, since a call that is not compiled yet
 *   lasts many times longer
 * @returns The size of a sample
 */
export function sampleSize(call: () => unknown, options: { warmupTime: number }): SampleSize {
  const { warmupTime } = options;
  for (const end = now() + warmupTime; now() < end;) call();
  const shortest = CLOCK_READINGS * calibrateTimerOverhead(performanceNowTimestampProvider);
  for (let batch = 1;; batch *= 2) {
    const time = timeBatch(call, batch);
    if (time >= shortest) return { batch, long: time > warmupTime };
  }
}

/**
 * Times a call.
 *
 * @param call What is timed
 * @param options `size` of a sample, and the plan
 * @returns `nanoseconds` per call, one number a sample, rising; `answer`, what the call last gave,
 *   so that its work is used and cannot be optimised away
 */
export function timeCall<Answer>(
  call: () => Answer,
  options: TimingPlan & { size: SampleSize },
): { nanoseconds: number[]; answer: Answer } {
  const { size: { batch, long }, time, warmupTime, samples } = options;
  let answer!: Answer;
  const keep = (): void => {
    answer = call();
  };
  const bench = new Bench({
    time,
    warmup: !long,
    warmupTime,
    iterations: samples,
    warmupIterations: 1,
    retainSamples: true,
    throws: true,
  });
  bench.add("call", () => {
    const elapsed = timeBatch(keep, batch);
    return { overriddenDuration: elapsed / batch, overriddenIterationCost: elapsed };
  }, { async: false });
  const { result } = bench.runSync()[0]!;
  if (result.state !== "completed") throw new RangeError(`Cannot time a call: ${result.state}`);
  return { nanoseconds: result.latency.samples!.map((milliseconds) => milliseconds * 1e6), answer };
}

function timeBatch(call: () => unknown, batch: number): number {
  const start = now();
  for (let i = 0; i < batch; i++) call();
  return now() - start;
}
