/** What {@linkcode paragraphLines} does, for the record. */
export const PARAGRAPH_STEP = "one paragraph a line, single spaces between words";

/**
 * A text whose paragraphs are separated by empty lines as one paragraph a line, with single spaces
 * between words. O(n).
 *
 * @param text Any text
 * @returns Its paragraphs, none of them empty
 */
export function paragraphLines(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n");
}
