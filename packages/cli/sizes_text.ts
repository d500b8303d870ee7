/** Most runs of equal sizes that are written out. */
const mostRuns = 40;

/**
 * Sizes as a person reads them: runs of equal sizes are counted, and the middle of a long list is
 * left out.
 *
 * @param sizes Sizes in order of unmasking
 * @returns For example `3, 3, 2`, or `4 x 16, 3 x 2` for longer ones, with no-break spaces about
 *   the x
 */
export function sizesText(sizes: readonly number[]): string {
  if (sizes.length <= 16) return sizes.join(", ");
  const runs: { size: number; count: number }[] = [];
  for (const size of sizes) {
    const last = runs.at(-1);
    if (last?.size === size) last.count++;
    else runs.push({ size, count: 1 });
  }
  const parts = runs.map(({ size, count }) =>
    count === 1 ? `${size}` : `${count}\u00a0x\u00a0${size}`
  );
  if (parts.length <= mostRuns) return parts.join(", ");
  const half = mostRuns / 2;
  return [...parts.slice(0, half), ".. (all with --json) ..", ...parts.slice(-half)].join(", ");
}
