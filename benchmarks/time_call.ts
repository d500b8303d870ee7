import { Bench, calibrateTimerOverhead, now, performanceNowTimestampProvider } from "tinybench";

/** How long a call is timed. */
export interface TimingPlan {
  /** Milliseconds of calls that count. */
  readonly time: number;
  /** Milliseconds of calls before, which do not: a call that is not compiled yet lasts many times longer. */
  readonly warmupTime: number;
  /** Fewest samples. */
  readonly samples: number;
}

/**
 * A sample lasts at least this many readings of the clock, so that reading it adds at most a
 * thousandth.
 */
const CLOCK_READINGS = 1000;

/** A sample lasts at least this many milliseconds: some dozen samples are worth keeping, not thousands. */
const LEAST_SAMPLE = 2;

/** Milliseconds of a call that is timed alone, and warmed up call by call. */
const LONG = 10;

/** A long call that took less than this share of the one before was still being compiled then. */
const WARM = 0.8;

/** A sample that took less than this share of the fastest before tells that compiling goes on. */
const SETTLED = 0.97;

/** How many times as long as the plain warm-up settling may take. */
const SETTLING_TIMES = 3;

/** Most calls that warm a long one up. */
const WARMING_CALLS = 4;

/** What the clock said of one call. */
export interface TimedCall<Answer> {
  /** Calls in one sample: 1 where a call lasts long enough to be timed alone, a power of two. */
  readonly batch: number;
  /** Nanoseconds per call, one number a sample, in the order in which they were taken. */
  readonly nanoseconds: readonly number[];
  /** What the call last gave, so that its work is used and cannot be optimised away. */
  readonly answer: Answer;
}

/**
 * Times a call.
 *
 * @param call What is timed
 * @param plan How long; `first`, the milliseconds of a call before: a long one is timed alone, as soon as
 *   it is not getting much faster
 * @returns What the clock said
 */
export function timeCall<Answer>(
  call: () => Answer,
  plan: TimingPlan & { first?: number },
): TimedCall<Answer> {
  const { time, warmupTime, samples, first = 0 } = plan;
  let answer!: Answer;
  const keep = (): void => {
    answer = call();
  };
  const isLong = first > LONG;
  const batch = isLong ? 1 : batchOf(keep, plan);
  const nanoseconds = isLong ? [1e6 * timeWarm(keep, first)] : [];
  if (isLong && samples === 1) return { batch, nanoseconds, answer };
  const bench = new Bench({
    time,
    // Done, with the calls that found the batch.
    warmup: false,
    warmupTime,
    iterations: samples - nanoseconds.length,
    throws: true,
  });
  bench.add("call", () => {
    const elapsed = timeBatch(keep, batch);
    // The bench keeps them as well, sorted.
    nanoseconds.push(elapsed / batch * 1e6);
    return { overriddenDuration: elapsed / batch, overriddenIterationCost: elapsed };
  }, { async: false });
  const { result } = bench.runSync()[0]!;
  if (result.state !== "completed") throw new RangeError(`Cannot time a call: ${result.state}`);
  return { batch, nanoseconds, answer };
}

/** Milliseconds of the first call that is not much faster than the one before. */
function timeWarm(call: () => unknown, first: number): number {
  let before = first;
  for (let calls = 1;; calls++) {
    const elapsed = timeBatch(call, 1);
    if (elapsed >= WARM * before || calls === WARMING_CALLS) return elapsed;
    before = elapsed;
  }
}

/** How many calls make one sample, found by calls that warm up. */
function batchOf(call: () => unknown, { time, warmupTime }: TimingPlan): number {
  const shortest = Math.max(
    CLOCK_READINGS * calibrateTimerOverhead(performanceNowTimestampProvider),
    Math.min(LEAST_SAMPLE, time),
  );
  for (const end = now() + warmupTime; now() < end;) call();
  let batch = 1;
  while (timeBatch(call, batch) < shortest) batch *= 2;
  settle(() => timeBatch(call, batch), SETTLING_TIMES * warmupTime);
  // What was found cold may be a fraction of a sample when warm.
  while (timeBatch(call, batch) < shortest) batch *= 2;
  return batch;
}

/** Takes samples until three in a row are no faster than the fastest before, or time is up. */
function settle(sample: () => number, limit: number): void {
  let fastest = Infinity;
  const end = now() + limit;
  for (let still = 0; still < 3 && now() < end;) {
    const elapsed = sample();
    still = elapsed < SETTLED * fastest ? 0 : still + 1;
    fastest = Math.min(fastest, elapsed);
  }
}

function timeBatch(call: () => unknown, batch: number): number {
  const start = now();
  for (let i = 0; i < batch; i++) call();
  return now() - start;
}
