import { MASK } from "@unmask/information";
import { countText } from "../number_text.ts";
import { iterationColour } from "./iteration_palette.ts";
import { type Cell, rowStarts, type TokenCells } from "./token_cells.ts";

/** A sequence while it is unmasked. */
export interface Unmasking {
  /** Its tokens, `MASK` where not revealed. */
  readonly state: Int32Array;
  /** The iteration that revealed each position, from 0; -1 where none has. */
  readonly iterations: Int32Array;
  /** How many iterations are done. */
  readonly done: number;
  /** How many tokens are revealed. */
  readonly revealed: number;
  /** Sizes in order of unmasking. */
  readonly sizes: readonly number[];
}

/** What frames are drawn with. */
export interface FrameStyle {
  /** How tokens are shown. */
  readonly cells: TokenCells;
  /** Whether colours are wanted; without them the newest tokens are in reverse. */
  readonly colours: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
  /** Most lines of a frame; the rows that find no room are counted. */
  readonly rows: number;
}

/**
 * How far a sequence is, in words.
 *
 * @param unmasking The sequence
 * @returns For example `iteration 2 of 3, 6 of 9 revealed`
 */
export function progressText({ done, revealed, sizes, state }: Unmasking): string {
  return `iteration ${done} of ${sizes.length}, ${revealed} of ${state.length} revealed`;
}

/**
 * One frame: how far the sequence is, the sizes, each in the colour of its iteration, and the tokens.
 *
 * @param unmasking The sequence
 * @param style What to draw with
 * @param heading What to say before the progress; nothing where it is empty
 * @returns Lines, none wider than the terminal
 */
export function unmaskingFrame(
  unmasking: Unmasking,
  style: FrameStyle,
  heading: string,
): string[] {
  const lines = [
    `${heading}${progressText(unmasking)}`.slice(0, style.columns),
    sizesLine(unmasking, style),
  ];
  const { mask, of, separator } = style.cells;
  const cells = Array.from(unmasking.state, (token) => token === MASK ? mask : of(token));
  const starts = rowStarts(cells, { columns: style.columns, separator });
  const rows = starts.length - 1;
  const room = Math.max(1, style.rows - lines.length);
  const shown = rows <= room ? rows : room - 1;
  for (let row = 0; row < shown; row++) {
    lines.push(tokenRow(unmasking, style, { cells, from: starts[row]!, to: starts[row + 1]! }));
  }
  if (shown < rows) {
    const rest = `.. ${countText(rows - shown, "more row")}, whole at the end`;
    lines.push(rest.slice(0, style.columns));
  }
  return lines;
}

const RESET = "\x1b[0m";

/** The escape of a position, by what it shows; without colours only the newest stand out. */
function styleOf(
  position: number,
  { iterations, done, sizes }: Unmasking,
  colours: boolean,
): string {
  const iteration = iterations[position]!;
  if (iteration < 0) return "\x1b[2m";
  const newest = iteration === done - 1;
  if (!colours) return newest ? "\x1b[7m" : "";
  return `${newest ? "\x1b[1m" : ""}\x1b[38;5;${iterationColour(iteration, sizes.length)}m`;
}

/** The cells of one row; a style goes on over the spaces between its tokens where that does not show. */
function tokenRow(
  unmasking: Unmasking,
  { cells: { separator }, colours }: FrameStyle,
  { cells, from, to }: { cells: readonly Cell[]; from: number; to: number },
): string {
  let line = "";
  let style = "";
  for (let i = from; i < to; i++) {
    const next = styleOf(i, unmasking, colours);
    const between = i > from ? separator : "";
    // A space in reverse would show.
    line += next === style && colours ? between : `${style === "" ? "" : RESET}${between}${next}`;
    style = next;
    line += cells[i]!.text;
  }
  return style === "" ? line : line + RESET;
}

/** `sizes 3 [3] 3`, each in its colour, the current one in brackets; as many around it as fit. */
function sizesLine({ sizes, done }: Unmasking, { colours, columns }: FrameStyle): string {
  const before = "sizes ";
  const current = Math.max(0, done - 1);
  const texts = (t: number): string => done > 0 && t === current ? `[${sizes[t]}]` : `${sizes[t]}`;
  // Room for ".. " and " .." where not all sizes fit.
  const room = columns - before.length - 6;
  let [from, to, used] = [current, current + 1, texts(current).length];
  for (let grown = true; grown;) {
    grown = false;
    for (const t of [to, from - 1]) {
      if (t < 0 || t >= sizes.length || used + 1 + texts(t).length > room) continue;
      used += 1 + texts(t).length;
      if (t === to) to++;
      else from--;
      grown = true;
    }
  }
  const parts = sizes.slice(from, to).map((_, i) => {
    const t = from + i;
    return colours ? `\x1b[38;5;${iterationColour(t, sizes.length)}m${texts(t)}${RESET}` : texts(t);
  });
  return before + [
    ...(from > 0 ? [".."] : []),
    ...parts,
    ...(to < sizes.length ? [".."] : []),
  ].join(" ");
}
