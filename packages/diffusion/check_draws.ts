/**
 * Checks that an estimate has draws enough for a standard error, before any is made. O(1).
 *
 * @param draws How many draws
 * @param quantity What is estimated, with its article, for the message
 * @throws {RangeError} Unless they are an integer of at least 2
 */
export function checkDraws(draws: number, quantity: string): void {
  if (!(Number.isSafeInteger(draws) && draws >= 2)) {
    throw new RangeError(
      `Cannot estimate ${quantity}: draws must be an integer of at least 2, got ${draws}`,
    );
  }
}
