const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text that means itself inside HTML and XML, in content and in quoted attributes.
 *
 * `& < > " '` become entities, and `documentText` is applied. O(length).
 *
 * @param text Any text
 * @returns The escaped text
 */
export function escapeHtml(text: string): string {
  return documentText(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/**
 * Text, or whole markup, without the characters that have no meaning in a document or a surprising one.
 *
 * Control characters other than tab and line feed, noncharacters and lone surrogates become U+FFFD; the line separators
 * U+2028 and U+2029 a space; other line ends a line feed. O(length).
 *
 * @param text Any text
 * @returns The text, of the characters that HTML and XML allow
 */
export function documentText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\u2028\u2029]/g, " ")
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, "\ufffd");
}
