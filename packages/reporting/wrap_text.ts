import { characterColumns, displayWidth } from "./display_width.ts";

/**
 * Breaks text into lines that fit a number of terminal columns, between words where it can.
 *
 * A word longer than the width is cut. Space at the breaks goes. O(length).
 *
 * @param text Text without control characters
 * @param width Columns of a line, at least 2
 * @returns The lines, one at least
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = cutWord(word, width);
    line = pieces.pop()!;
    lines.push(...pieces);
  }
  lines.push(line);
  return lines;
}

function cutWord(word: string, width: number): string[] {
  const pieces = [""];
  let used = 0;
  for (const character of word) {
    const columns = characterColumns(character);
    if (used + columns > width) {
      pieces.push("");
      used = 0;
    }
    pieces[pieces.length - 1] += character;
    used += columns;
  }
  return pieces;
}
