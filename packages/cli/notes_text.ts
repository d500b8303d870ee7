import { wrapText } from "./wrap_text.ts";

/**
 * Notes below an answer, one paragraph each.
 *
 * @param notes Sentences
 * @param columns Width of the page
 * @returns Lines, none for no notes
 */
export function notesText(notes: readonly string[], columns: number): string {
  return notes.map((note) => wrapText(note, { columns, hang: 2 })).join("");
}
