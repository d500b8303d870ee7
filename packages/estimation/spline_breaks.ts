/** How much closer breaks are at the ends than equal ones: there curves bend most. */
const GRADING = 0.8;

/**
 * Breaks for a spline through the places of a log: closer together towards both ends, and none that
 * would leave an interval with too few places.
 *
 *     x(v) = (L-1) ((1-a) v + a sin^2(pi v / 2)),   v = 0, 1/n, .., 1
 *
 * @param revealed Places of the log in revealed tokens, increasing
 * @param options `length` `L`; `intervals` `n` wanted; `places`, how
 *   many each interval must have at least, so that the log determines the spline
 * @returns 0, increasing breaks, `L-1`
 */
export function splineBreaks(
  revealed: Float64Array,
  options: { length: number; intervals: number; places: number },
): Float64Array {
  const { length, intervals, places } = options;
  const last = length - 1;
  const breaks = [0];
  let used = 0;
  let passed = 0;
  for (let i = 1; i < intervals; i++) {
    const v = i / intervals;
    const x = last * ((1 - GRADING) * v + GRADING * Math.sin(Math.PI * v / 2) ** 2);
    while (passed < revealed.length && revealed[passed]! < x) passed++;
    if (passed - used < places || revealed.length - passed < places) {
      continue;
    }
    breaks.push(x);
    used = passed;
  }
  return Float64Array.from([...breaks, last]);
}
