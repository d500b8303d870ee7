/**
 * Checks a table that came as plain data, so that no later number is undefined or NaN. O(n) time.
 *
 * @param table The table
 * @param size Entries it must have
 * @throws {RangeError} Unless it has that many, each finite and at least 0
 */
export function checkTable(table: Float64Array | Uint8Array, size: number): void {
  if (!(table.length === size)) {
    throw new RangeError(
      `Cannot use a law's tables: each must have ${size} entries, got ${table.length}`,
    );
  }
  for (let i = 0; i < size; i++) {
    if (!(table[i]! >= 0 && table[i]! < Infinity)) {
      throw new RangeError(
        `Cannot use a law's tables: entries must be finite and at least 0, got ${table[i]} at ${i}`,
      );
    }
  }
}
