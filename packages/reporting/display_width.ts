const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;

/**
 * Columns that a character takes on a terminal: 0, 1 or 2.
 *
 * Combining marks and format characters take none, East Asian ideographs and emoji two.
 *
 * @param character One code point
 * @returns 0, 1 or 2
 * @see Unicode Standard Annex 11, East Asian Width
 */
export function characterColumns(character: string): number {
  if (character >= " " && character <= "~") return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/**
 * Columns that a line of text takes on a terminal.
 *
 * @param text One line without control characters
 * @returns Number of columns; O(length)
 */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterColumns(character);
  return columns;
}
