/** The steps of {@linkcode plainText}, in order, for the record. */
export const CLEANING_STEPS: readonly string[] = Object.freeze([
  "tags stripped with /(\\S+)\\/[^\\s\\/]+(?=\\s|$)/g",
  "one paragraph a line, single spaces between words",
  "doubled marks (; ; and ? ? and ! !) made single",
  "typists' quotes (`` and '') made one plain quotation mark, closed up to the quoted words",
  "spaces before . , ; : ? ! ) and after ( dropped",
]);

/**
 * Plain text from a Brown corpus file, where every word is written `word/tag` and every mark of
 * punctuation is a word of its own.
 *
 * O(n) time and memory. A word may itself contain a slash, as in `4-1/2/cd`: the tag is what
 * follows the last one.
 *
 * @param tagged Contents of one file
 * @returns One paragraph a line, without tags
 */
export function plainText(tagged: string): string {
  return tagged
    .replace(/(\S+)\/[^\s/]+(?=\s|$)/g, "$1")
    .split("\n")
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "")
    .join("\n")
    .replace(/([;?!]) \1/g, "$1")
    .replace(/`` ?/g, '"')
    .replace(/ ?''/g, '"')
    .replace(/ ([.,;:?!)])/g, "$1")
    .replace(/\( /g, "(");
}
