import { sizesFromCounts } from "./clamped_counts.ts";
import type { MaskSizes } from "./mask_sizes.ts";

/**
 * Counts within this share of the length below a tie count as ties, and ties go up. It is far above the error of a
 * Math function and far below a token, so the last bit of an engine's cosine cannot change a schedule: 3 tokens at
 * 1 - cos(pi/3) = 1/2 give 2 everywhere, though one engine's 1/2 is 0.4999999999999999.
 */
const tie = 2 ** -40;

/**
 * Mask sizes that follow a curve of the revealed fraction, rounded to tokens.
 *
 *     N_t = round(L fraction(t / T)),   clamped to N_{t-1} + 1 <= N_t <= L - (T - t);   N_0 = 0, N_T = L
 *
 * The clamp gives every size at least 1 and leaves a token for each later step; where the fraction moves by more
 * than 1/L in every step and ends at 1 it changes nothing. O(T) time and memory, T - 1 calls of `fraction`.
 *
 * @param fraction Revealed fraction in [0, 1] after the share u of the steps, 0 < u < 1; increasing in u
 * @param options.length Tokens in the sequence, L
 * @param options.steps Sampling iterations T, an integer in [1, length]
 * @returns T sizes in order of unmasking with sum L
 * @throws RangeError if the length, the steps or a fraction is out of range
 */
export function sizesFromRevealedFraction(
  fraction: (u: number) => number,
  options: { length: number; steps: number },
): MaskSizes {
  const { length, steps } = options;
  return sizesFromCounts(
    (t) => roundedCount(fractionAt(fraction, t / steps), { length }),
    options,
  );
}

/**
 * A revealed fraction in tokens, to the nearest one.
 *
 *     round(L fraction), ties up
 *
 * @param fraction In [0, 1]
 * @param options.length Tokens in the sequence, L
 * @returns A count in 0 .. L
 */
export function roundedCount(fraction: number, { length }: { length: number }): number {
  return Math.floor(length * (fraction + tie) + 0.5);
}

function fractionAt(fraction: (u: number) => number, u: number): number {
  const value = fraction(u);
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(
      `Cannot schedule by revealed fraction: fraction(${u}) must lie in [0, 1], got ${value}`,
    );
  }
  return value;
}
