/**
 * Colours in the order of a run, cool ones first, by their numbers among a terminal's 256.
 *
 * Each has a contrast of at least 3 to black and to white, so that text in it reads on both; the test
 * computes it.
 *
 * @see WCAG 2.2, 1.4.3 and "contrast ratio"
 */
export const iterationColours: readonly number[] = [
  63,
  27,
  33,
  32,
  31,
  30,
  29,
  28,
  64,
  100,
  136,
  130,
  166,
  160,
  161,
  162,
  163,
  164,
];

/**
 * The colour of an iteration: few iterations get colours far apart, and of many some neighbours share
 * one.
 *
 * @param iteration Number of the iteration, from 0
 * @param iterations How many there are
 * @returns A number among a terminal's 256 colours
 */
export function iterationColour(iteration: number, iterations: number): number {
  const last = iterationColours.length - 1;
  const share = iterations > 1 ? iteration / (iterations - 1) : 0;
  return iterationColours[Math.round(share * last)]!;
}
