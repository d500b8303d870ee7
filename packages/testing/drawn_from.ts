import assert from "node:assert/strict";

/** Upper 1e-6 quantile of the standard normal law. */
const NORMAL_QUANTILE = 4.753424308822899;

/** Cells expected less often than this are pooled: below it the statistic is no chi-square. */
const LEAST_EXPECTED = 5;

/** How often {@linkcode assertDrawnFrom} refuses a sampler that is right, at most. */
export const FALSE_ALARM_RATE = 1e-6;

/**
 * Asserts that outcomes are drawn by a law, by Pearson's chi-square test.
 *
 *     X^2 = sum_i (n_i - n p_i)^2 / (n p_i),   refused above its upper 1e-6 quantile
 *
 * Cells expected less than 5 times are pooled; an outcome of mass 0 is refused at its first draw.
 * O(draws + outcomes) time.
 *
 * @param masses The law: masses that sum to 1
 * @param options How many `draws`, and `draw`, which gives the outcome with a number as an index
 * @throws {assert.AssertionError} When the draws do not look like the law, wrongly so with
 *   probability {@linkcode FALSE_ALARM_RATE} at most
 */
export function assertDrawnFrom(
  masses: ArrayLike<number>,
  options: { draws: number; draw: (sample: number) => number },
): void {
  const { draws, draw } = options;
  const counts = new Float64Array(masses.length);
  for (let sample = 0; sample < draws; sample++) {
    const outcome = draw(sample);
    assert.ok(masses[outcome]! > 0, `outcome ${outcome} has no mass, yet it was drawn`);
    counts[outcome]!++;
  }
  const cells: { count: number; expected: number }[] = [];
  const rest = { count: 0, expected: 0 };
  for (let i = 0; i < masses.length; i++) {
    const cell = { count: counts[i]!, expected: draws * masses[i]! };
    if (cell.expected >= LEAST_EXPECTED) cells.push(cell);
    else {
      rest.count += cell.count;
      rest.expected += cell.expected;
    }
  }
  if (rest.expected >= LEAST_EXPECTED) cells.push(rest);
  assert.ok(cells.length >= 2, `${draws} draws are too few to tell laws apart`);
  const statistic = cells.reduce(
    (sum, { count, expected }) => sum + (count - expected) ** 2 / expected,
    0,
  );
  const limit = chiSquareLimit(cells.length - 1);
  assert.ok(
    statistic <= limit,
    `chi-square ${statistic} is above ${limit} on ${cells.length - 1} degrees of freedom`,
  );
}

/**
 * A value that a chi-square variable exceeds with probability 1e-6 at most, by the cube-root normal
 * approximation, which errs on the high side here (1.6e-7 at one degree of freedom, 9.7e-7 at 255).
 *
 * @param degrees Degrees of freedom, at least 1
 * @returns The limit
 * @see E. B. Wilson, M. M. Hilferty, "The distribution of chi-square", 1931
 */
export function chiSquareLimit(degrees: number): number {
  const variance = 2 / (9 * degrees);
  return degrees * (1 - variance + NORMAL_QUANTILE * Math.sqrt(variance)) ** 3;
}
