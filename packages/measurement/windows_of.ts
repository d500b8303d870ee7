/**
 * The sequences of a text: runs of `length` tokens one after another, without overlap. What is left
 * at the end is dropped.
 *
 * @param tokens The tokens of one document
 * @param length Tokens in a sequence
 * @returns Views into the tokens
 */
export function windowsOf(tokens: Int32Array, length: number): Int32Array[] {
  return Array.from(
    { length: Math.floor(tokens.length / length) },
    (_, n) => tokens.subarray(n * length, (n + 1) * length),
  );
}
