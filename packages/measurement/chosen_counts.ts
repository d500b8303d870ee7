/**
 * Revealed counts at which a curve is measured: all where they are few, else denser at both ends,
 * where curves of text bend most.
 *
 *     k_j = round( (F-1) (u_j + v_j) / 2 ),   u_j = j/(n-1),  v_j = (1 - cos(pi u_j)) / 2
 *
 * @param unmasked Positions to unmask, `F`
 * @param options `most`, how many counts at most, at least 3
 * @returns Ascending, 0 and `F - 1` among them
 * @throws {RangeError} On fewer than 3
 */
export function chosenCounts(unmasked: number, { most }: { most: number }): Int32Array {
  if (!(Number.isSafeInteger(most) && most >= 3)) {
    throw new RangeError(
      `Cannot choose revealed counts: they must be at least 3, got ${most}`,
    );
  }
  if (unmasked <= most) return Int32Array.from({ length: unmasked }, (_, k) => k);
  const counts = new Set<number>();
  for (let j = 0; j < most; j++) {
    const u = j / (most - 1);
    counts.add(Math.round((unmasked - 1) * (u + (1 - Math.cos(Math.PI * u)) / 2) / 2));
  }
  return Int32Array.from(counts);
}

/**
 * Checks revealed counts. O(counts).
 *
 * @param counts The counts
 * @param unmasked Positions to unmask, `F`
 * @throws {RangeError} Unless they ascend within `0 .. F - 1`
 */
export function checkCounts(counts: Int32Array, unmasked: number): void {
  let before = -1;
  for (const count of counts) {
    if (!(count > before && count < unmasked)) {
      throw new RangeError(
        `Cannot measure a curve: revealed counts must ascend within 0 and ${
          unmasked - 1
        }, got ${count} after ${before}`,
      );
    }
    before = count;
  }
}
