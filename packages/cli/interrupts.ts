import type { Io } from "./io.ts";

/** The user pressed Ctrl-C. */
export class Interrupted extends Error {
  /** Tells it from other errors in a debugger. */
  override readonly name = "Interrupted";
}

/** Pauses of a run in which it can be interrupted, so that it leaves the terminal as it was. */
export interface Pauses {
  /**
   * Waits. From the first pause on Ctrl-C ends the run at a pause, and no longer the process at once.
   *
   * @param milliseconds How long; not at all by default
   * @throws {Interrupted} When it was pressed
   */
  pause(milliseconds?: number): Promise<void>;
  /** Gives Ctrl-C back. */
  end(): void;
}

/**
 * The pauses of one run.
 *
 * @param io Where time passes and Ctrl-C is heard
 * @returns The pauses
 */
export function pausesOn(io: Io): Pauses {
  let pressed = false;
  let giveBack: (() => void) | undefined;
  return {
    async pause(milliseconds = 0): Promise<void> {
      giveBack ??= io.onInterrupt(() => pressed = true);
      await io.sleep(milliseconds);
      if (pressed) throw new Interrupted("interrupted");
    },
    end: () => giveBack?.(),
  };
}
