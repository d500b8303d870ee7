import type { Io } from "./io.ts";

/** Progress of a run: one line on the terminal that the next one replaces. */
export interface Messages {
  /**
   * Shows what is being done.
   *
   * @param text A few words; what is wider than the page is cut, since only one line can be taken away
   */
  show(text: string): void;
  /**
   * Shows what a reader should know, and leaves it there.
   *
   * @param text Lines, the last one ended too
   */
  note(text: string): void;
  /** Takes the line away. */
  clear(): void;
}

/**
 * Messages on standard error: only where it is a terminal, and not where they are unwanted.
 *
 * @param io Where they go
 * @param options `quiet` silences them
 * @returns The messages
 */
export function messagesOn(io: Io, options: { quiet: boolean }): Messages {
  if (options.quiet || !io.interactive) {
    return { show: () => {}, note: () => {}, clear: () => {} };
  }
  let dirty = false;
  const wipe = "\r\x1b[2K";
  return {
    show(text): void {
      io.writeError(`${wipe}${text.slice(0, io.columns - 1)}`);
      dirty = true;
    },
    note(text): void {
      if (dirty) io.writeError(wipe);
      dirty = false;
      io.writeError(text);
    },
    clear(): void {
      if (dirty) io.writeError(wipe);
      dirty = false;
    },
  };
}
