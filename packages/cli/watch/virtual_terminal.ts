import { characterColumns } from "@unmask/reporting/plain";

/** One place of the screen: what stands there, and the style that it was written in. */
export interface Place {
  /** A character; empty behind a wide one. */
  readonly character: string;
  /** Parameters of the styles in force, as in `1 38;5;63`. */
  readonly style: string;
}

const BLANK: Place = { character: " ", style: "" };

/**
 * A terminal in memory, for tests: as much of the VT100 as frames use. It throws on what it does not
 * know, so that nothing else is sent.
 */
export class VirtualTerminal {
  /** Rows of the screen, the lines that scrolled away before them. */
  readonly lines: Place[][] = [];
  /** Whether the cursor is shown. */
  cursor = true;
  /** Whether long lines are broken. */
  wraps = true;
  /** The style of what is written next. */
  style = "";
  #row = 0;
  #column = 0;
  readonly #columns: number;
  readonly #rows: number;

  /** A clear screen. */
  constructor({ columns, rows }: { columns: number; rows: number }) {
    this.#columns = columns;
    this.#rows = rows;
  }

  /** The lines as text, without the spaces at their ends. */
  get text(): string[] {
    return this.lines.map((line) => line.map(({ character }) => character).join("").trimEnd());
  }

  /**
   * Shows what a program writes.
   *
   * @param output Text with escapes
   * @throws {Error} On an escape that it does not know
   */
  write(output: string): void {
    // deno-lint-ignore no-control-regex -- escapes are what is read here
    for (const [part] of output.matchAll(/\x1b\[[?\d;]*[a-zA-Z]|\P{Cc}|\p{Cc}/gu)) {
      if (part.startsWith("\x1b[")) this.#obey(part.slice(2));
      else if (part === "\r") this.#column = 0;
      else if (part === "\n") this.#newLine();
      else if (/\p{Cc}/u.test(part)) throw new Error(`unknown control ${JSON.stringify(part)}`);
      else this.#put(part);
    }
  }

  #obey(escape: string): void {
    const number = Number.parseInt(escape) || 0;
    if (escape === "?25l" || escape === "?25h") this.cursor = escape === "?25h";
    else if (escape === "?7l" || escape === "?7h") this.wraps = escape === "?7h";
    else if (escape === "K") this.#line().length = Math.min(this.#line().length, this.#column);
    else if (escape === "J") this.lines.length = Math.min(this.lines.length, this.#row + 1);
    else if (escape === "0m") this.style = "";
    else if (escape.endsWith("m")) this.style = `${this.style} ${escape.slice(0, -1)}`.trim();
    else if (escape.endsWith("A")) {
      const top = Math.max(0, this.lines.length - this.#rows);
      this.#row = Math.max(top, this.#row - Math.max(1, number));
    } else throw new Error(`unknown escape ${escape}`);
  }

  #line(): Place[] {
    while (this.lines.length <= this.#row) this.lines.push([]);
    return this.lines[this.#row]!;
  }

  #newLine(): void {
    this.#row++;
    this.#column = 0;
    this.#line();
  }

  #put(character: string): void {
    const width = characterColumns(character);
    if (this.#column + width > this.#columns) {
      if (this.wraps) this.#newLine();
      else this.#column = this.#columns - width;
    }
    const line = this.#line();
    while (line.length < this.#column) line.push(BLANK);
    line[this.#column] = { character, style: this.style };
    if (width === 2) line[this.#column + 1] = { character: "", style: this.style };
    this.#column += width;
  }
}
