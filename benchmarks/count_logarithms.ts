/**
 * Counts the logarithms that a call takes, to the last one: a table of positive masses has one for each
 * cell of its entropy.
 *
 * `Math.log` is another function while the call runs, and itself again afterwards.
 *
 * @param call What to count; must not wait
 * @returns How often it called `Math.log`
 */
export function countLogarithms(call: () => unknown): number {
  const { log } = Math;
  let count = 0;
  Math.log = (x) => {
    count++;
    return log(x);
  };
  try {
    call();
  } finally {
    Math.log = log;
  }
  return count;
}
