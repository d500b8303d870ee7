/**
 * Weights below this share of the largest are left out. They fall at least geometrically there, and
 * all of them together are below 2^-58 of the sum for up to 2^22 trials.
 */
const smallestWeight = 2 ** -70;

/**
 * Mean of a sequence at a binomial index.
 *
 *     E values[offset + B],   B ~ Binomial(trials, chance)
 *
 * Weights by recurrence from the mode, where they are largest, over their own sum: no logarithm of a
 * factorial, nothing underflows, and for non-negative values no term cancels another. Relative error
 * about `2^-53` times the root of the number of terms, where the values left out are not far larger
 * than those kept. O(sqrt(trials)) time, O(1) memory.
 *
 * @param values At least `offset + trials + 1` numbers
 * @param options `trials`, an integer of at least 0; `chance` in [0, 1]; `offset`, 0 by default
 * @returns The mean, in the range of the values
 */
export function binomialMean(
  values: Float64Array,
  options: { trials: number; chance: number; offset?: number },
): number {
  const { trials, chance, offset = 0 } = options;
  if (chance === 0) return values[offset]!;
  if (chance === 1) return values[offset + trials]!;
  const odds = chance / (1 - chance);
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  let sum = values[offset + mode]!;
  let total = 1;
  let weight = 1;
  for (let j = mode; j < trials; j++) {
    weight *= (trials - j) * odds / (j + 1);
    if (weight < smallestWeight) break;
    sum += weight * values[offset + j + 1]!;
    total += weight;
  }
  weight = 1;
  for (let j = mode; j > 0; j--) {
    weight *= j / ((trials - j + 1) * odds);
    if (weight < smallestWeight) break;
    sum += weight * values[offset + j - 1]!;
    total += weight;
  }
  return sum / total;
}
