import type { World } from "../command.ts";
import { countText, wholeText } from "../number_text.ts";
import type { Sampling } from "./sampling.ts";

/** Time between two messages in milliseconds: slow enough to read, fast enough to look alive. */
const messageEvery = 250;

/** Time in milliseconds after which a rate is worth telling. */
const settled = 1000;

/**
 * Tells how far a run of the sampler is, its rate, and the time that is left at the rate so far.
 *
 * Within a sequence the work is shared out as its predictions cost.
 *
 * @param sampling What is drawn
 * @param world Where messages go
 * @returns Told how many sequences are drawn, and how many iterations of the next one
 */
export function samplingProgress(
  { sizes, count, source }: Sampling,
  { io, messages }: World,
): (samples: number, iterations: number) => void {
  const began = io.now();
  let shown = -Infinity;
  let shares: Float64Array | undefined;
  return (samples, iterations) => {
    const now = io.now();
    if (now - shown < messageEvery) return;
    shown = now;
    shares ??= sizes && workShares(sizes, source);
    // How many iterations a policy makes is known when they are made.
    const done = (samples + (shares?.[iterations] ?? 0)) / count;
    const seconds = (now - began) / 1000;
    const rate = samples / seconds;
    const parts = [
      ...(count > 1 ? [`${wholeText(samples)} of ${countText(count, "sequence")}`] : []),
      rate >= 1
        ? `${wholeText(Math.round(rate))} a second`
        : `iteration ${wholeText(iterations)}${sizes ? ` of ${wholeText(sizes.length)}` : ""}`,
      ...(now - began >= settled && done > 0
        ? [`${durationText(seconds * (1 / done - 1))} left`]
        : []),
    ];
    messages.show(`sampling: ${parts.join(", ")}`);
  };
}

/** The share of a sequence's work that is done after each number of iterations, 0 to `T`. */
function workShares(sizes: readonly number[], source: Sampling["source"]): Float64Array {
  const shares = new Float64Array(sizes.length + 1);
  let masked = source.length;
  sizes.forEach((size, t) => {
    shares[t + 1] = shares[t]! + (source.predictionCost?.(masked) ?? 1);
    masked -= size;
  });
  const whole = shares[sizes.length]!;
  return shares.map((share) => share / whole);
}

/**
 * A time to wait, in the unit that gives it two digits or so.
 *
 * @param seconds The time
 * @returns For example `17 s`, `12 min`, `5 h`, `3 days`
 */
export function durationText(seconds: number): string {
  const units = [[90, 1, "s"], [90 * 60, 60, "min"], [36 * 3600, 3600, "h"]] as const;
  for (const [below, unit, name] of units) {
    if (seconds < below) return `${Math.ceil(seconds / unit)} ${name}`;
  }
  return countText(Math.ceil(seconds / 86400), "day");
}
