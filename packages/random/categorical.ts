import type { Stream } from "./stream.ts";

/**
 * Draws an outcome with probability proportional to its mass.
 *
 *     the first i with u < (m_0 + .. + m_i) / (m_0 + .. + m_{n-1}),   u uniform in [0, 1)
 *
 * Never an outcome of mass zero: adding zero leaves the running sum, hence the quotient, as it was, and the last
 * quotient is exactly 1 because both sums are added in the same order. Dividing, rather than multiplying u by the
 * total, keeps that true for subnormal masses and keeps their law right. Each outcome's probability is its share up
 * to rounding, n 2^-53 at most; an outcome with a smaller share than 2^-53 may never occur.
 * One double of the stream, O(n) time, no memory.
 *
 * @param masses Non-negative masses with a positive finite sum; they need not sum to 1
 * @param stream Source of the uniform number
 * @param options.from First index of the masses to use, 0 by default: with `to`, draws from a row of a matrix
 * @param options.to Index after the last one to use, `masses.length` by default
 * @returns The outcome, an integer in [0, to - from - 1], counted from `from`
 * @throws RangeError if a mass is negative or NaN, the sum is zero or infinite, or the window is empty or outside
 */
export function drawCategorical(
  masses: ArrayLike<number>,
  stream: Stream,
  options: { from?: number; to?: number } = {},
): number {
  const from = options.from ?? 0;
  const to = options.to ?? masses.length;
  if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && to <= masses.length)) {
    throw new RangeError(
      `Cannot draw an outcome: window must lie within 0..${masses.length}, got ${from}..${to}`,
    );
  }
  if (!(from < to)) {
    throw new RangeError(
      `Cannot draw an outcome: window must hold at least one mass, got ${from}..${to}`,
    );
  }
  let total = 0;
  for (let i = from; i < to; i++) {
    const mass = masses[i]!;
    if (!(mass >= 0)) {
      throw new RangeError(
        `Cannot draw an outcome: mass ${i - from} must be non-negative, got ${mass}`,
      );
    }
    total += mass;
  }
  if (!(total > 0 && total < Infinity)) {
    throw new RangeError(
      `Cannot draw an outcome: sum of masses must be positive and finite, got ${total}`,
    );
  }

  const u = stream.nextDouble();
  let cumulative = 0;
  let outcome = from;
  for (; outcome < to; outcome++) {
    cumulative += masses[outcome]!;
    if (u < cumulative / total) break;
  }
  return outcome - from;
}
