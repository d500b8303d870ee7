/**
 * `x ln x`, continued to 0 at `x = 0`: the one place where `0 ln 0 = 0` is decided.
 *
 * Zero at 0 and 1. O(1).
 *
 * @param x A non-negative number
 * @returns `x ln x` in nats, at least `-1/e`; NaN when `x` is negative or NaN
 * @example
 * ```ts
 * import { xLogX } from "@unmask/information";
 * import assert from "node:assert/strict";
 *
 * assert.equal(xLogX(0), 0);
 * ```
 */
export function xLogX(x: number): number {
  return x === 0 ? 0 : x * Math.log(x);
}
