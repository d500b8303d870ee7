/**
 * The largest integer in a range for which something holds that holds up to a point.
 *
 * By bisection: about `log2(most - least)` calls.
 *
 * @param holds True up to some integer, false from the next on
 * @param range `least`, `most`: integers, `least <= most`
 * @returns The largest integer for which it holds; undefined where it never does
 */
export function largestThat(
  holds: (value: number) => boolean,
  { least, most }: { least: number; most: number },
): number | undefined {
  if (!holds(least)) return undefined;
  if (holds(most)) return most;
  let [low, high] = [least, most];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
