/**
 * Pieces of a text that no token crosses: a run of letters, of digits or of other signs, with one
 * space before it if there is one, or a single white space.
 *
 * @param text Any text
 * @returns Its pieces in order, which together are the text
 */
export function piecesOf(text: string): readonly string[] {
  return text.match(/ ?(?:[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]+)|\s/gu) ?? [];
}
