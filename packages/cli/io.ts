/** What {@linkcode Io.readFile} says where there is nothing of that name. */
export const NO_SUCH_FILE = "there is no such file";

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
   * Writes a whole file, which is replaced where it exists, or nothing; once it is written it is on
   * the disk.
   *
   * @param path Path as the user wrote it
   * @param bytes Its contents
   * @throws {Error} When it cannot be written; the message says why, in words
   */
  writeFile(path: string, bytes: Uint8Array): void;
  /**
   * Makes a directory, with those it lies in; one that is there stays as it is.
   *
   * @param path Path as the user wrote it
   * @throws {Error} When it cannot be made; the message says why, in words
   */
  makeDirectory(path: string): void;
  /**
   * Keeps a file to this process until it ends or gives it back.
   *
   * @param path Path of a file that is made for it
   * @returns Gives it back, and removes the file
   * @throws {Error} When another process has it, or it cannot be made; the message says why, in words
   */
  lock(path: string): () => void;
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
   * Writes to standard output, all of it: text as UTF-8, bytes as they are.
   *
   * @throws {OutputClosed} When nobody reads any more
   */
  write(output: string | Uint8Array): void;
  /** Writes to standard error. */
  writeError(text: string): void;
  /** Width of the page in characters. */
  readonly columns: number;
  /** The terminal that standard output is; undefined where it is a file or a pipe. */
  readonly screen: Screen | undefined;
  /** Whether standard error is a terminal, where messages and progress are welcome. */
  readonly interactive: boolean;
  /** Whether to show the stack of a bug. */
  readonly debug: boolean;
  /** Milliseconds from some moment on, never falling: for progress and pace, never for results. */
  now(): number;
  /**
   * Waits, and lets signals arrive.
   *
   * @param milliseconds How long; 0 for no longer than it takes to look
   */
  sleep(milliseconds: number): Promise<void>;
  /**
   * Takes Ctrl-C and the signal TERM over from the system, which would end the process at once.
   *
   * @param listener Called when one came, while the process sleeps
   * @returns Gives it back
   */
  onInterrupt(listener: (signal: Signal) => void): () => void;
}

/** A signal that asks the process to end. */
export type Signal = "SIGINT" | "SIGTERM";

/** A terminal that answers are shown on. */
export interface Screen {
  /** How many characters fit now: it may be resized at any time. */
  size(): { readonly columns: number; readonly rows: number };
  /** Whether colours are wanted: NO_COLOR is not set. */
  readonly colours: boolean;
  /** Whether it can draw over what it shows: TERM is not dumb. */
  readonly redraws: boolean;
}

/** The reader of standard output has gone, as in `unmask .. | head -1`: no mistake of anyone. */
export class OutputClosed extends Error {
  /** Tells it from other errors in a debugger. */
  override readonly name = "OutputClosed";
}
