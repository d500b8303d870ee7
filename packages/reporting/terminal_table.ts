import { cellTexts } from "./cell_texts.ts";
import type { Column, Row } from "./claim.ts";
import { displayWidth } from "./display_width.ts";
import { wrapText } from "./wrap_text.ts";

/** How a table is laid out. */
export interface TerminalTableOptions {
  /** Columns of the terminal, 80 by default. */
  readonly width?: number;
  /** Colours one line of a cell; must not change how wide it shows. */
  readonly paint?: (text: string, at: { readonly column: Column; readonly row: Row }) => string;
}

const GAP = "  ";
const LEAST_TEXT = 10;

/** A column while it is laid out. */
interface Layout {
  readonly column: Column;
  readonly numeric: boolean;
  readonly heading: string;
  readonly texts: readonly string[];
  width: number;
}

/**
 * A table of aligned columns for a terminal.
 *
 * Numbers align right, in one notation a column. Where the columns are too wide, the widest text columns wrap first, to
 * 10 columns each; then whatever is widest. No line is wider than `width`, and none ends in a space. Control characters
 * in cells become spaces, so that no cell can move the cursor. O(rows x columns), plus the text wrapped.
 *
 * @param columns Columns, in order; one at least
 * @param rows The rows
 * @param options Width and colours
 * @returns Lines joined and ended by line feeds
 * @throws RangeError if there are no columns, more than fit into `width` at 2 characters each, or a row lacks one
 */
export function terminalTable(
  columns: readonly Column[],
  rows: readonly Row[],
  { width = 80, paint = (text): string => text }: TerminalTableOptions = {},
): string {
  const least = columns.length * (2 + GAP.length) - GAP.length;
  if (!(columns.length > 0 && width >= least)) {
    throw new RangeError(
      `Cannot lay out the table: it must have 1 column at least and ${
        Math.max(least, 2)
      } characters of width, ` +
        `got ${columns.length} and ${width}`,
    );
  }
  const layouts = columns.map((column) => layoutOf(column, rows));
  shrink(layouts, width - GAP.length * (columns.length - 1));
  const lines = lineUp(layouts, layouts.map((layout) => layout.heading), (text) => text);
  lines.push(layouts.map((layout) => "─".repeat(layout.width)).join(GAP));
  rows.forEach((row, index) => {
    const texts = layouts.map((layout) => layout.texts[index]!);
    lines.push(...lineUp(layouts, texts, (text, column) => paint(text, { column, row })));
  });
  return lines.join("\n") + "\n";
}

function layoutOf(column: Column, rows: readonly Row[]): Layout {
  const { numeric, texts } = cellTexts(column, rows);
  const shown = texts.map(withoutControls);
  const unit = column.unit === undefined ? "" : ` (${column.unit})`;
  const heading = withoutControls(column.label + unit);
  // A long heading over short numbers wraps rather than widens the column.
  const headingWidth = Math.max(...heading.split(" ").map(displayWidth));
  const width = Math.max(
    2,
    numeric ? headingWidth : displayWidth(heading),
    ...shown.map(displayWidth),
  );
  return { column, numeric, heading, texts: shown, width };
}

/** Takes from the widest text column until the columns fit, then from any. */
function shrink(layouts: readonly Layout[], available: number): void {
  let excess = layouts.reduce((sum, layout) => sum + layout.width, -available);
  const take = (candidates: readonly Layout[], least: number): void => {
    while (excess > 0) {
      const widest = candidates.reduce<Layout | null>(
        (best, layout) => layout.width > (best?.width ?? least) ? layout : best,
        null,
      );
      if (widest === null) return;
      widest.width--;
      excess--;
    }
  };
  take(layouts.filter((layout) => !layout.numeric), LEAST_TEXT);
  take(layouts, 2);
}

function lineUp(
  layouts: readonly Layout[],
  texts: readonly string[],
  paint: (text: string, column: Column) => string,
): string[] {
  const cells = layouts.map((layout, i) => wrapText(texts[i]!, layout.width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const pieces = layouts.map(({ numeric, width, column }, i) => {
      const text = cells[i]![at] ?? "";
      const space = " ".repeat(width - displayWidth(text));
      const painted = text === "" ? "" : paint(text, column);
      return numeric ? space + painted : painted + space;
    });
    return pieces.join(GAP).trimEnd();
  });
}

function withoutControls(text: string): string {
  return text.toWellFormed().replace(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, " ").trim();
}
