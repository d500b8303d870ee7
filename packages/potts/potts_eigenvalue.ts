/** The second eigenvalue `lambda` of a Potts chain's transition matrix, through its powers. */
export interface PottsEigenvalue {
  /** `lambda^d`, in `[-1, 1]`, for `d >= 0`. */
  power(distance: number): number;
  /** `1 - |lambda|^d`, in `[0, 1]`, right to the last digits also where `|lambda|^d` rounds to 1. */
  complementOfPower(distance: number): number;
}

/**
 * The second eigenvalue of the transition matrix of a Potts chain, which sets how fast its tokens
 * forget each other.
 *
 *     lambda = (e^J - 1) / (e^J + K - 1)
 *     1 - |lambda| = K / (e^J + K - 1)                   for J >= 0
 *                  = (2 e^J + K - 2) / (e^J + K - 1)     for J < 0
 *
 * Zero at `J = 0`, and by convention for one state, which has no second eigenvalue. Towards 1 as `J`
 * grows, where only `1 - |lambda|` still tells two couplings apart: there the powers are taken
 * through `ln(1 - (1 - |lambda|))`, so that no digits are lost at any coupling or distance. O(1).
 *
 * @param options `states` `K`, `coupling` `J`
 * @returns The eigenvalue
 */
export function pottsEigenvalue(options: { states: number; coupling: number }): PottsEigenvalue {
  const { states, coupling } = options;
  // Boltzmann weights of an equal and an unequal neighbour, the larger scaled to 1: no overflow.
  const equal = Math.exp(Math.min(0, coupling));
  const unequal = Math.exp(Math.min(0, -coupling));
  const total = equal + (states - 1) * unequal;
  const magnitude = states === 1 ? 0 : -Math.expm1(-Math.abs(coupling)) / total;
  const complement = coupling >= 0
    ? states * unequal / total
    : (2 * equal + (states - 2) * unequal) / total;
  const small = magnitude < 0.5;
  const logarithm = Math.log1p(-complement);
  const size = (distance: number): number =>
    small ? magnitude ** distance : Math.exp(distance * logarithm);
  return {
    power: (distance: number): number =>
      coupling < 0 && distance % 2 === 1 ? -size(distance) : size(distance),
    complementOfPower: (distance: number): number =>
      small ? 1 - size(distance) : -Math.expm1(distance * logarithm),
  };
}
