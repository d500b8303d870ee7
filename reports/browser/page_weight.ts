/** Most bytes of a page beside the data it carries. */
export const PAGE_WEIGHT_LIMIT = 1_200_000;

/**
 * Bytes of a page without the data in it: files inside links, and blocks of JSON.
 *
 * @param html Text of the page
 * @returns Bytes in UTF-8
 */
export function weightWithoutData(html: string): number {
  const bare = html
    .replaceAll(/ href="data:[^"]*"/g, "")
    .replaceAll(/(<script[^>]* type="application\/json"[^>]*>)[^<]*/g, "$1");
  return new TextEncoder().encode(bare).length;
}
