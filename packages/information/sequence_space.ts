import type { SequenceSpace } from "./source.ts";

/**
 * Checks the shape of a law over sequences before any memory is taken for it.
 *
 * @param space `length` and `vocabularySize`
 * @param action What cannot be done if the check fails, as in "make copies"
 * @throws {RangeError} Unless both are integers of at least 1
 */
export function checkSequenceSpace(space: SequenceSpace, action: string): void {
  const { length, vocabularySize } = space;
  for (const [thing, value] of [["length", length], ["vocabulary size", vocabularySize]] as const) {
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      throw new RangeError(
        `Cannot ${action}: ${thing} must be an integer of at least 1, got ${value}`,
      );
    }
  }
}
