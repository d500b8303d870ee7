/** Masses below this share of the greatest are left out: together under 1e-14 of the law. */
const NEGLIGIBLE = 1e-17;

/** The masses of a binomial law where they are not negligible. */
export interface BinomialWindow {
  /** The first count. */
  readonly first: number;
  /** Masses of `first`, `first + 1`, ..; they sum to 1. */
  readonly masses: Float64Array;
}

/**
 * The binomial law of `trials` with success probability `probability`.
 *
 *     P(j) = C(n, j) p^j (1-p)^(n-j)
 *
 * By the ratio of neighbours from the mode outwards, then normalised: no factorials, no underflow.
 * O(sqrt(n p (1-p))) time and memory, about 18 standard deviations.
 *
 * @param trials `n`, an integer of at least 0
 * @param probability `p` in [0, 1]
 * @returns The window; relative error of a mass about 1e-14
 */
export function binomialWindow(trials: number, probability: number): BinomialWindow {
  if (probability <= 0) return { first: 0, masses: Float64Array.of(1) };
  if (probability >= 1) return { first: trials, masses: Float64Array.of(1) };
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  const below: number[] = [];
  let mass = 1;
  for (let j = mode; j > 0; j--) {
    mass *= j / ((trials - j + 1) * odds);
    if (mass < NEGLIGIBLE) break;
    below.push(mass);
  }
  const above: number[] = [];
  mass = 1;
  for (let j = mode; j < trials; j++) {
    mass *= (trials - j) * odds / (j + 1);
    if (mass < NEGLIGIBLE) break;
    above.push(mass);
  }
  const masses = new Float64Array(below.length + 1 + above.length);
  for (let i = 0; i < below.length; i++) masses[below.length - 1 - i] = below[i]!;
  masses[below.length] = 1;
  masses.set(above, below.length + 1);
  let total = 0;
  for (const share of masses) total += share;
  for (let i = 0; i < masses.length; i++) masses[i]! /= total;
  return { first: mode - below.length, masses };
}
