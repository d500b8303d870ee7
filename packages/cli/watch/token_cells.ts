import type { Alphabet } from "@unmask/language";
import { characterColumns, displayWidth } from "@unmask/reporting/plain";
import { escapeControls } from "../bad_input.ts";

/** What stands for one token on a terminal. */
export interface Cell {
  /** Characters, none of which steers the terminal. */
  readonly text: string;
  /** Columns that they take. */
  readonly columns: number;
}

/** How tokens are shown: characters close together, or numbers with spaces between them. */
export interface TokenCells {
  /** The cell of a token that is masked. */
  readonly mask: Cell;
  /** What stands between two cells of a row. */
  readonly separator: "" | " ";
  /** The cell of a token. */
  of(token: number): Cell;
}

/**
 * The cells of a vocabulary. All are as wide as most of them, so that a row stays where it is while
 * its tokens are revealed; only the few that are wider push the rest along.
 *
 * @param source `vocabularySize`, and the `alphabet` where tokens are characters
 * @param options `masks`, characters for a masked token: the first that is no symbol itself
 * @returns The cells
 */
export function tokenCells(
  { vocabularySize, alphabet }: { vocabularySize: number; alphabet?: Alphabet | undefined },
  { masks }: { masks: readonly string[] },
): TokenCells {
  if (alphabet === undefined) {
    const columns = `${vocabularySize - 1}`.length;
    return {
      mask: { text: masks[0]!.padStart(columns), columns },
      separator: " ",
      of: (token) => ({ text: `${token}`.padStart(columns), columns }),
    };
  }
  const texts = alphabet.symbols.map(shownSymbol);
  const widths = texts.map(displayWidth);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)]!;
  const padded = (text: string): Cell => {
    const columns = displayWidth(text);
    return columns < usual
      ? { text: text + " ".repeat(usual - columns), columns: usual }
      : { text, columns };
  };
  const cells = texts.map(padded);
  const mask = masks.find((candidate) => !alphabet.symbols.includes(candidate)) ?? masks[0]!;
  return { mask: padded(mask), separator: "", of: (token) => cells[token]! };
}

/** A symbol as one character that can be seen: a combining mark stands on a circle. */
function shownSymbol(symbol: string): string {
  const code = symbol.codePointAt(0)!;
  // The pictures of control characters take one column, where an escape would take two or more.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  const escaped = escapeControls(symbol);
  return characterColumns(escaped) === 0 ? `\u25cc${escaped}` : escaped;
}

/**
 * Cuts cells into rows.
 *
 * @param cells The cells in order, each with its columns
 * @param options `columns` of the page; `separator` between cells of a row
 * @returns Where each row begins, and the end: `rows + 1` indices; a cell wider than the page has a row of
 *   its own
 */
export function rowStarts(
  cells: readonly Cell[],
  { columns, separator }: { columns: number; separator: string },
): number[] {
  const starts = [0];
  let used = 0;
  cells.forEach((cell, i) => {
    const needed = (i === starts.at(-1) ? 0 : separator.length) + cell.columns;
    if (used + needed > columns && i > starts.at(-1)!) {
      starts.push(i);
      used = cell.columns;
    } else {
      used += needed;
    }
  });
  return [...starts, cells.length];
}
