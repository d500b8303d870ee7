import { estimateMean } from "@unmask/information";
import type { ModelCurve } from "./model_curve.ts";

/**
 * Standard errors of a curve's losses, but for what neighbouring counts share: the spread, over
 * sequences, of how a loss departs from the line through the counts on either side.
 *
 *     d_n = y_nj - a y_n,j-1 - b y_n,j+1,   a + b = 1;     se_j^2 = var(d) / ((1 + a^2 + b^2) n)
 *
 * The curve's own bend is in every `d_n`, and so in no variance. O(sequences counts).
 *
 * @param curve The curve; 0 everywhere where it has fewer than 3 counts
 * @returns A standard error for each count, in nats
 */
export function ownNoise({ counts, sequences, bySequence }: ModelCurve): Float64Array {
  const { length } = counts;
  const noise = new Float64Array(length);
  if (length < 3) return noise;
  for (let j = 1; j < length - 1; j++) {
    const right = (counts[j]! - counts[j - 1]!) / (counts[j + 1]! - counts[j - 1]!);
    const left = 1 - right;
    const departures = Float64Array.from({ length: sequences }, (_, n) => {
      const at = n * length + j;
      return bySequence[at]! - left * bySequence[at - 1]! - right * bySequence[at + 1]!;
    });
    const { standardError } = estimateMean(departures);
    noise[j] = standardError / Math.sqrt(1 + left * left + right * right);
  }
  // The same departure, seen from its ends.
  noise[0] = noise[1]!;
  noise[length - 1] = noise[length - 2]!;
  return noise;
}
