import { cellTexts } from "./cell_texts.ts";
import type { Column, Row } from "./claim.ts";
import { type Markup, markup } from "./markup.ts";

/** Longer tables are folded away until asked for. */
const ROWS_IN_SIGHT = 12;

/**
 * The results as a table: right-aligned numbers in one notation a column, units in the headings.
 *
 * More than 12 rows are folded away behind a line that says how many there are. O(rows x columns).
 *
 * @param columns Columns, in order
 * @param rows The rows
 * @param options `caption`: what the table holds, in words
 * @returns Markup
 */
export function dataTable(
  columns: readonly Column[],
  rows: readonly Row[],
  { caption }: { caption: string },
): Markup {
  const cells = columns.map((column) => cellTexts(column, rows));
  const alignment = cells.map(({ numeric }) => numeric ? markup` class="number"` : "");
  const headings = columns.map(({ label, unit }, i) => {
    const suffix = unit === undefined ? "" : markup` <span class="unit">(${unit})</span>`;
    return markup`<th scope="col"${alignment[i]!}>${label}${suffix}</th>`;
  });
  const lines = rows.map((_, row) => {
    const line = cells.map(({ texts }, i) => markup`<td${alignment[i]!}>${texts[row]!}</td>`);
    return markup`<tr>${line}</tr>\n`;
  });
  const table = markup`<div class="scroll" tabindex="0" role="group" aria-label="${caption}">
<table class="data"><caption>${caption}</caption>
<thead><tr>${headings}</tr></thead>
<tbody>
${lines}</tbody></table></div>
`;
  if (rows.length <= ROWS_IN_SIGHT) return table;
  return markup`<details><summary>Show the ${rows.length} rows</summary>\n${table}</details>\n`;
}
