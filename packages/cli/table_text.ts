/**
 * A table with aligned columns: the first to the left, the others to the right.
 *
 * @param header Names of the columns
 * @param rows Cells, as many in each row as there are columns
 * @returns Lines without trailing spaces, the last one ended too
 */
export function tableText(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [header, ...rows];
  const widths = header.map((_, column) =>
    lines.reduce((width, line) => Math.max(width, line[column]!.length), 0)
  );
  return lines.map((line) => {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)
    );
    return `  ${cells.join("  ")}`.trimEnd() + "\n";
  }).join("");
}
