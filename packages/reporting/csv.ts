import type { Column, Row } from "./claim.ts";

/**
 * Rows as comma-separated values, with the keys of the columns as header.
 *
 * Numbers are written so that they read back to the same bits; `null` is an empty field, an empty string a quoted one.
 * Lines end in CR LF. O(rows x columns).
 *
 * @param columns Columns to write, in order
 * @param rows The rows
 * @returns The text of the file
 * @throws RangeError if a row lacks a column
 * @see RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 */
export function toCsv(columns: readonly Column[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => csvField(column.key))];
  for (const row of rows) lines.push(columns.map(({ key }) => csvField(cellOf(row, key))));
  return lines.map((fields) => fields.join(",") + "\r\n").join("");
}

/**
 * The value of a row in a column.
 *
 * @param row One row
 * @param key Key of the column
 * @returns The value; `null` for one that does not exist
 * @throws RangeError if the row has no such key: a misspelt key is a mistake, a missing value is `null`
 */
export function cellOf(row: Row, key: string): Row[string] {
  const value = row[key];
  if (value === undefined) {
    throw new RangeError(
      `Cannot read the row: it must have a value or null for every column, got none for "${key}"`,
    );
  }
  return value;
}

function csvField(value: Row[string]): string {
  if (value === null) return "";
  const text = String(value);
  return text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
