import { escapeControls } from "./bad_input.ts";
import type { NamedSource } from "./open_source.ts";
import { wrapText } from "./wrap_text.ts";

/**
 * The heading of an answer: what the source is.
 *
 * @param source The source
 * @param columns Width of the page
 * @returns Lines, the last one empty
 */
export function sourceText(source: NamedSource, columns: number): string {
  const heading = wrapText(headingText(source), { columns, hang: 2 });
  const caveat = source.caveat === undefined ? "" : wrapText(source.caveat, { columns });
  const altered = source.altered === undefined ? "" : wrapText(source.altered, { columns });
  return `${heading}${caveat}${altered}\n`;
}

/**
 * The same with the name of a file in place of its path.
 *
 * @param source The source
 * @returns For example `losses, file log.csv, length 8`
 */
export function nameText(source: NamedSource): string {
  const { file } = source.record;
  if (typeof file !== "string") return headingText(source);
  const base = file.split(/[\\/]/u).at(-1) || file;
  return headingText({ ...source, record: { ...source.record, file: base } });
}

/**
 * What the source is, in one line: its kind, its keys, and what was learned on opening it.
 *
 * @param source The source
 * @returns For example `copies, length 8, states 2`
 */
export function headingText(source: NamedSource): string {
  const { kind, sha256: _, ...keys } = source.record;
  const parts = Object.entries(keys).map(([key, value]) => `${words(key)} ${value}`);
  return escapeControls([kind, ...parts].join(", "));
}

/** `alphabetSize` as `alphabet size`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
