/**
 * Refuses a number of steps that no plan has.
 *
 * @param steps What was asked for
 * @param options `most` steps that are possible, and `what` sets that limit
 * @throws {RangeError} When the steps are not an integer in `1 .. most`
 */
export function checkSteps(
  steps: number,
  { most, what }: { most: number; what: string },
): void {
  if (!(Number.isSafeInteger(steps) && steps >= 1)) {
    throw new RangeError(`Cannot plan: steps must be an integer of at least 1, got ${steps}`);
  }
  if (!(steps <= most)) {
    throw new RangeError(`Cannot plan: steps must be at most ${what} ${most}, got ${steps}`);
  }
}
