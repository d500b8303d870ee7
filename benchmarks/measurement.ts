import { median, medianAbsoluteDeviation } from "simple-statistics";
import type { CheckedCall } from "./check_answers.ts";
import { sampleSize, timeCall, type TimingPlan } from "./time_call.ts";

/** What was measured of one call. */
export interface Measurement {
  /** The call. */
  readonly checked: CheckedCall;
  /** Calls in one sample. */
  readonly batch: number;
  /** Samples in all rounds. */
  readonly samples: number;
  /** Median of the samples, nanoseconds per call. */
  readonly median: number;
  /** Median absolute deviation of the samples from it, nanoseconds. */
  readonly medianAbsoluteDeviation: number;
  /** Median of each round, nanoseconds per call: their spread is the noise that matters. */
  readonly roundMedians: readonly number[];
  /** Largest memory of the last answers of the rounds, bytes; null where the engine does not tell. */
  readonly peakMemory: number | null;
}

/** How all calls are measured. */
export interface MeasurementPlan extends TimingPlan {
  /** Times that the whole list of calls is gone through. */
  readonly rounds: number;
}

/**
 * Times calls in rounds, each round through all of them, every other one backwards: a slow minute
 * of the machine falls on rivals alike and shows as a spread between rounds.
 *
 * @param calls Calls whose answers were checked
 * @param options The plan; `onTimed`, called after each call in each round
 * @returns One measurement a call, in the order of the calls
 * @throws {RangeError} When a call gives another answer while it is timed than when it was checked
 */
export function measure(
  calls: readonly CheckedCall[],
  options: MeasurementPlan & { onTimed?: (checked: CheckedCall) => void },
): Measurement[] {
  const { rounds, onTimed } = options;
  const timed = calls.map((checked) => ({
    checked,
    size: sampleSize(checked.call, options),
    rounds: [] as number[][],
    peakMemory: null as number | null,
  }));
  for (let round = 0; round < rounds; round++) {
    for (const entry of round % 2 === 0 ? timed : timed.toReversed()) {
      const { checked, size } = entry;
      const { nanoseconds, answer } = timeCall(checked.call, { ...options, size });
      checked.confirm(answer);
      entry.rounds.push(nanoseconds);
      const peak = checked.engine.peakMemory?.(answer) ?? null;
      if (peak !== null) entry.peakMemory = Math.max(peak, entry.peakMemory ?? 0);
      onTimed?.(checked);
    }
  }
  return timed.map(({ checked, size: { batch }, rounds, peakMemory }) => {
    const all = rounds.flat();
    return {
      checked,
      batch,
      samples: all.length,
      median: median(all),
      medianAbsoluteDeviation: medianAbsoluteDeviation(all),
      roundMedians: rounds.map((nanoseconds) => median(nanoseconds)),
      peakMemory,
    };
  });
}
