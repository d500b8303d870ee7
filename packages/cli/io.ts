/** The outside world of one run: real in `terminal_io.ts`, made of strings in tests. */
export interface Io {
  /**
   * Reads a whole file.
   *
   * @param path Path as the user wrote it; `-` is standard input
   * @param limit Most bytes to read
   * @returns Its bytes; more than `limit` of them when the file is larger
   * @throws {Error} When it cannot be read; the message says why, in words
   */
  readFile(path: string, limit: number): Uint8Array;
  /**
   * Writes a whole file, which is replaced where it exists, or nothing.
   *
   * @param path Path as the user wrote it
   * @param bytes Its contents
   * @throws {Error} When it cannot be written; the message says why, in words
   */
  writeFile(path: string, bytes: Uint8Array): void;
  /**
   * The fonts of the machine that figures are drawn with.
   *
   * @returns Contents of font files, none where there are none
   */
  fonts(): readonly Uint8Array[];
  /**
   * Reads a file piece by piece, so that its size takes no memory.
   *
   * @param path Path as the user wrote it; `-` is standard input
   * @returns Its bytes in order; a piece is good until the next one is asked for
   * @throws {Error} When it cannot be read; the message says why, in words
   */
  readChunks(path: string): Iterable<Uint8Array>;
  /**
   * Writes to standard output, all of it.
   *
   * @throws {OutputClosed} When nobody reads any more
   */
  write(text: string): void;
  /** Writes to standard error. */
  writeError(text: string): void;
  /** Width of the page in characters. */
  readonly columns: number;
  /** Whether standard error is a terminal, where messages and progress are welcome. */
  readonly interactive: boolean;
  /** Whether to show the stack of a bug. */
  readonly debug: boolean;
}

/** The reader of standard output has gone, as in `unmask .. | head -1`: no mistake of anyone. */
export class OutputClosed extends Error {
  /** Tells it from other errors in a debugger. */
  override readonly name = "OutputClosed";
}
