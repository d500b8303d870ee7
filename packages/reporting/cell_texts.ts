import type { Column, Row } from "./claim.ts";
import { cellOf } from "./csv.ts";
import { formatColumn } from "./format_column.ts";

/** One column as people read it. */
export interface ColumnTexts {
  /** Whether all values are numbers or absent, and one at least is a number: such columns align right. */
  readonly numeric: boolean;
  /** One text a row. */
  readonly texts: readonly string[];
}

/**
 * The texts of one column: numbers in one notation, truth values as yes and no, `null` as n/a.
 *
 * @param column The column
 * @param rows The rows
 * @returns Whether it is a column of numbers, and its texts
 * @throws RangeError if a row lacks the column
 */
export function cellTexts(column: Column, rows: readonly Row[]): ColumnTexts {
  const values = rows.map((row) => cellOf(row, column.key));
  const format = column.digits === undefined ? {} : { digits: column.digits };
  const numbers = formatColumn(values.map((v) => typeof v === "number" ? v : null), format);
  const numeric = values.every((v) => v === null || typeof v === "number") &&
    values.some((v) => typeof v === "number");
  const texts = values.map((value, row) => {
    if (typeof value === "string") return value;
    if (typeof value === "boolean") return value ? "yes" : "no";
    return numbers[row]!;
  });
  return { numeric, texts };
}
