import { checkSequence, type SequenceSpace } from "@unmask/information";
import type { RevealPattern } from "./reveal_pattern.ts";

/**
 * Checks what a model is measured on. O(sequences L).
 *
 * @param sequences Rows of held-out text
 * @param options The model's `space`, the `pattern`, and `draws` of each sequence
 * @throws {RangeError} On fewer than 2 sequences, one of another length or with foreign tokens, a
 *   pattern of another length, or draws that are no positive integer
 */
export function checkSequences(
  sequences: readonly Int32Array[],
  options: { space: SequenceSpace; pattern: RevealPattern; draws: number },
): void {
  const { space, pattern, draws } = options;
  if (!(sequences.length >= 2)) {
    throw new RangeError(
      `Cannot measure a model: sequences must be at least 2, since one tells nothing of their spread, got ${sequences.length}`,
    );
  }
  if (pattern.length !== space.length) {
    throw new RangeError(
      `Cannot measure a model: the pattern must be of length ${space.length}, got ${pattern.length}`,
    );
  }
  if (!(Number.isSafeInteger(draws) && draws >= 1)) {
    throw new RangeError(
      `Cannot measure a model: draws of a sequence must be an integer of at least 1, got ${draws}`,
    );
  }
  for (const tokens of sequences) checkSequence(tokens, space);
}
