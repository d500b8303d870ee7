import { xLogX } from "@unmask/information";

/**
 * Entropy of a law given as groups of equally likely outcomes.
 *
 *     H = -sum_g n_g p_g ln p_g
 *
 * An outcome above 1/2 is taken by what the others leave of 1, so that entropies near certainty keep
 * their digits. O(groups).
 *
 * @param groups For each group the mass of one outcome and how many there are; the masses of all
 *   outcomes sum to 1
 * @returns Entropy in nats, at least 0
 */
export function groupedEntropy(
  groups: readonly (readonly [mass: number, count: number])[],
): number {
  let rest = 0;
  let sum = 0;
  let nearlyCertain = false;
  for (const [mass, count] of groups) {
    // Two halves may both have been rounded up.
    if (mass > 0.5 && count === 1 && !nearlyCertain) nearlyCertain = true;
    else {
      rest += count * mass;
      sum -= count * xLogX(mass);
    }
  }
  return nearlyCertain ? sum - (1 - rest) * Math.log1p(-rest) : sum;
}
