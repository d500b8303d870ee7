import type { Io, Signal } from "./io.ts";

/** The user pressed Ctrl-C, or something asked the process to end. */
export class Interrupted extends Error {
  /** Tells it from other errors in a debugger. */
  override readonly name = "Interrupted";
  /** What the process ends with: 128 and the number of the signal. */
  readonly status: number;

  /** @param signal What came */
  constructor(signal: Signal) {
    super("interrupted");
    this.status = signal === "SIGINT" ? 130 : 143;
  }
}

/** Pauses of a run in which it can be interrupted, so that it leaves the terminal as it was. */
export interface Pauses {
  /**
   * Waits. From the first pause on Ctrl-C and TERM end the run at a pause, and no longer the process at once.
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
  let came: Signal | undefined;
  let giveBack: (() => void) | undefined;
  return {
    async pause(milliseconds = 0): Promise<void> {
      giveBack ??= io.onInterrupt((signal) => came = signal);
      await io.sleep(milliseconds);
      if (came !== undefined) throw new Interrupted(came);
    },
    end: () => giveBack?.(),
  };
}
