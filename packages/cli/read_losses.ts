import type { LossLog } from "@unmask/estimation";
import { BadInput, shown } from "./bad_input.ts";
import type { Io } from "./io.ts";
import { readLines } from "./read_lines.ts";

/** A log and what is worth saying of its file. */
export interface ReadLosses {
  /** The log. */
  readonly log: LossLog;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/**
 * Reads a log of losses: CSV with a header, columns in any order.
 *
 * Streamed: memory does not grow with the rows.
 *
 * @param path Path as the user wrote it
 * @param options `length` of the sequences
 * @param io Where files are read
 * @returns The log
 * @throws {BadInput} On a file that is none, naming the line
 */
export async function readLosses(
  path: string,
  options: { length: number },
  io: Io,
): Promise<ReadLosses> {
  const { LossCsvReader } = await import("@unmask/estimation");
  const reader = new LossCsvReader(options);
  const named = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new BadInput(
        error.message.replace("Cannot read a loss log:", () => `Cannot read ${shown(path)}:`),
      );
    }
  };
  const sha256 = readLines(path, (line, number) => named(() => reader.add(line, number)), io);
  return { log: named(() => reader.log()), sha256 };
}
