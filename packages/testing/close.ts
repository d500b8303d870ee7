import assert from "node:assert/strict";

/**
 * Asserts that two numbers agree, with a tolerance that the caller gives a reason for.
 *
 * @param actual What was computed
 * @param expected What theory, enumeration or a reference says
 * @param tolerance `relative` to the expected value, plus `absolute`; each 0 by default
 * @throws {assert.AssertionError} When they differ by more, one is infinite and the other not, or
 *   either is NaN
 */
export function assertClose(
  actual: number,
  expected: number,
  tolerance: { relative?: number; absolute?: number },
): void {
  const { relative = 0, absolute = 0 } = tolerance;
  if (actual === expected) return;
  const allowed = absolute + relative * Math.abs(expected);
  assert.ok(
    // A share of an infinite value would allow everything.
    Number.isFinite(expected) && Math.abs(actual - expected) <= allowed,
    `expected ${expected}, got ${actual}: off by ${
      Math.abs(actual - expected)
    }, allowed ${allowed}`,
  );
}
