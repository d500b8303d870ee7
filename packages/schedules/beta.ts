import { regularizedIncompleteBeta } from "./incomplete_beta.ts";
import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/** Least and most of a parameter of {@linkcode beta}: beyond, sizes are those of a step anyway. */
export const BETA_PARAMETER_RANGE = { least: 2 ** -20, most: 2 ** 20 } as const;

/**
 * The two-parameter family of schedules by a Beta distribution.
 *
 *     N_t = round(L sin^2((pi / 2) I_{t/T}(a, b))),   I_u(a, b) = P(Beta(a, b) <= u)
 *
 * `a = b = 1/2` is linear, since its distribution function is the arcsine law; `a = b = 1` is sin^2(pi u / 2), the
 * squared cosine of continuous diffusion. Large `a` is late, large `b` early; both large is one step in the middle.
 * `beta(b, a)` is its mirror: 1 minus the fraction at 1 - u. So whether the paper's time runs towards data or away
 * from it, which its abstract does not say, only exchanges a and b. O(T sqrt(max(a, b))) time.
 *
 * @param parameters `a`, `b`: from 2^-20 to 2^20
 * @returns The family, named as on a command line, `beta(2,3)`
 * @throws RangeError if a parameter is out of that range
 * @see Chen, Nie, Sun, Feng, Li, Wen and Li, "Masked Diffusion Models as Energy Minimization", arXiv 2509.13866
 */
export function beta({ a, b }: { a: number; b: number }): ScheduleFamily {
  checkParameter(a, "a");
  checkParameter(b, "b");
  return {
    name: `beta(${a},${b})`,
    formula: `N_t = round(L sin^2((pi / 2) I_{t/T}(${a}, ${b})))`,
    description: `The energy schedule of the Beta distribution with a = ${a}, b = ${b}.`,
    sizes: (options) =>
      sizesFromRevealedFraction(
        (u) => Math.sin(Math.PI / 2 * regularizedIncompleteBeta(u, { a, b })) ** 2,
        options,
      ),
  };
}

function checkParameter(value: number, name: string): void {
  const { least, most } = BETA_PARAMETER_RANGE;
  if (!(value >= least && value <= most)) {
    throw new RangeError(
      `Cannot make a beta schedule: ${name} must be from 2^-20 to 2^20, got ${value}`,
    );
  }
}
