/**
 * The index of a sequence in a row-major table, last token fastest.
 *
 *     cell = sum_i x_i K^(L-1-i)
 *
 * O(L) time.
 *
 * @param tokens A whole sequence
 * @param vocabularySize `K`
 * @returns The cell, in `0 .. K^L - 1`
 */
export function cellOfSequence(tokens: Int32Array, vocabularySize: number): number {
  let cell = 0;
  for (let i = 0; i < tokens.length; i++) cell = cell * vocabularySize + tokens[i]!;
  return cell;
}

/**
 * The sequence at an index of a row-major table, the inverse of {@linkcode cellOfSequence}.
 *
 * O(L) time.
 *
 * @param cell The cell, in `0 .. K^L - 1`
 * @param vocabularySize `K`
 * @param out Receives the `L` tokens
 */
export function sequenceOfCell(cell: number, vocabularySize: number, out: Int32Array): void {
  let rest = cell;
  for (let i = out.length - 1; i >= 0; i--) {
    out[i] = rest % vocabularySize;
    rest = Math.floor(rest / vocabularySize);
  }
}
