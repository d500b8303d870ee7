import { natsText } from "../number_text.ts";

/** What the plan saves of another schedule's error. */
export interface Gain {
  /** The other schedule. */
  readonly over: string;
  /** The saving in nats; noise may make it negative. */
  readonly nats: number;
  /** Its interval of nominal 95%: the two prices share their noise. */
  readonly interval: readonly [number, number];
  /** Whether the interval holds 0. */
  readonly explainedByNoise: boolean;
}

/**
 * A sentence on uniform sizes, and one on the best family where that is another.
 *
 * @param gain Over uniform sizes
 * @param best Over the family whose estimate is least
 * @returns The sentences
 */
export function gainNotes(gain: Gain, best: Gain): string[] {
  const amount = ({ nats, interval: [low, high] }: Gain): string =>
    `${natsText(nats)} nats, 95% interval ${natsText(low)} to ${natsText(high)}`;
  // Of the same sizes only: another schedule's price has noise of its own.
  const first = gain.interval[0] === 0 && gain.interval[1] === 0
    ? "The plan is that of uniform sizes: the estimate shows nothing to gain over them."
    : gain.explainedByNoise
    ? `Noise can explain the gain over uniform sizes: ${
      amount(gain)
    }. Use uniform sizes unless more data says otherwise.`
    : `The plan saves over uniform sizes: ${amount(gain)}.`;
  if (best.over === gain.over) return [first];
  const second = best.explainedByNoise
    ? `Noise can explain the gain over the best family (${best.over}): ${amount(best)}.`
    : `It saves over the best family (${best.over}): ${amount(best)}.`;
  return [first, second];
}
