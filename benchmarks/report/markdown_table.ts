/** A column of a table. */
export interface MarkdownColumn {
  /** What stands above it. */
  readonly label: string;
  /** Whether it holds numbers, which stand at the right. */
  readonly isNumber?: boolean;
}

/**
 * A table in Markdown.
 *
 * @param columns The columns
 * @param rows For each row a text in each column
 * @returns Lines, without an end of line after the last
 * @throws {RangeError} When a row has not as many texts as there are columns
 */
export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  for (const row of rows) {
    if (row.length !== columns.length) {
      throw new RangeError(
        `Cannot make a table: a row must have ${columns.length} texts, got ${row.length}`,
      );
    }
  }
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    line(columns.map(({ label }) => label)),
    line(columns.map(({ isNumber = false }) => isNumber ? "---:" : "---")),
    ...rows.map(line),
  ].join("\n");
}
