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

/**
 * How many calls make one sample: 1 where a call lasts long enough to be timed alone.
 *
 * @param call What is to be timed
 * @param options `warmupTime`, milliseconds of calls before, since a call that is not compiled yet
 *   lasts many times longer
 * @returns A power of two
 */
export function batchSize(call: () => unknown, options: { warmupTime: number }): number {
  for (const end = now() + options.warmupTime; now() < end;) call();
  const shortest = CLOCK_READINGS * calibrateTimerOverhead(performanceNowTimestampProvider);
  let batch = 1;
  while (timeBatch(call, batch) < shortest) batch *= 2;
  return batch;
}

/**
 * Times a call.
 *
 * @param call What is timed
 * @param options `batch`, calls in one sample, and the plan
 * @returns `nanoseconds` per call, one number a sample, rising; `answer`, what the call last gave,
 *   so that its work is used and cannot be optimised away
 */
export function timeCall<Answer>(
  call: () => Answer,
  options: TimingPlan & { batch: number },
): { nanoseconds: number[]; answer: Answer } {
  const { batch, time, warmupTime, samples } = options;
  let answer!: Answer;
  const keep = (): void => {
    answer = call();
  };
  const bench = new Bench({
    time,
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
