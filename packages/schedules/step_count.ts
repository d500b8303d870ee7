/** More sizes than this are refused: at 8 bytes each they would take half a gigabyte. */
const mostSteps = 2 ** 26;

/**
 * Refuses a length and a number of steps that no mask sizes can have.
 *
 *     1 <= steps <= length,   steps <= 2^26
 *
 * @param options.length Tokens in the sequence
 * @param options.steps Sampling iterations
 * @throws RangeError naming the rule that is broken
 */
export function checkStepCount({ length, steps }: { length: number; steps: number }): void {
  if (!(Number.isSafeInteger(length) && length >= 1)) {
    throw new RangeError(
      `Cannot schedule length ${length}: length must be an integer of at least 1, got ${length}`,
    );
  }
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new RangeError(
      `Cannot schedule ${steps} steps: steps must be an integer of at least 1, got ${steps}`,
    );
  }
  if (!(steps <= length)) {
    throw new RangeError(
      `Cannot schedule ${steps} steps: steps must be at most the length ${length}, got ${steps}`,
    );
  }
  if (!(steps <= mostSteps)) {
    throw new RangeError(
      `Cannot schedule ${steps} steps: steps must be at most the limit of 2^26, got ${steps}`,
    );
  }
}
