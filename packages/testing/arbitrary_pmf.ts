import fc from "fast-check";
import { arbitraryMasses } from "./arbitraries.ts";
import type { Arbitrary } from "./arbitrary.ts";

/**
 * A probability mass function that reaches the extreme points: certainty, and a uniform law on some
 * of the outcomes, besides everything that `arbitraryMasses` makes.
 *
 * @param outcomes How many, at least 1
 * @returns An arbitrary of masses that sum to 1 up to rounding
 */
export function arbitraryPmf(outcomes: number): Arbitrary<number[]> {
  const indices = Array.from({ length: outcomes }, (_, i) => i);
  const uniform = fc.subarray(indices, { minLength: 1 }).map((support) =>
    indices.map((i) => support.includes(i) ? 1 / support.length : 0)
  );
  const certain = fc.nat({ max: outcomes - 1 }).map((one) => indices.map((i) => i === one ? 1 : 0));
  return fc.oneof(
    { weight: 1, arbitrary: certain },
    { weight: 1, arbitrary: uniform },
    { weight: 3, arbitrary: arbitraryMasses(outcomes) },
  );
}
