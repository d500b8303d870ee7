import { createHash } from "node:crypto";
import { BadInput, shown } from "./bad_input.ts";
import type { Io } from "./io.ts";

/** Most bytes of a file: 256 MiB, which as text and as numbers takes a few gigabytes of memory. */
export const FILE_LIMIT = 2 ** 28;

/** A file of text, and what identifies its bytes. */
export interface TextFile {
  /** The text, without a byte order mark. */
  readonly text: string;
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a file of UTF-8 text.
 *
 * @param path Path as the user wrote it
 * @param io Where files are read
 * @returns Its text
 * @throws {BadInput} On a file that cannot be read, is empty, too large, or no text
 */
export function readTextFile(path: string, io: Io): TextFile {
  const refuse = (rest: string): never => {
    throw new BadInput(`Cannot read ${shown(path)}: ${rest}`);
  };
  let bytes: Uint8Array;
  try {
    bytes = io.readFile(path, FILE_LIMIT);
  } catch (error) {
    return refuse((error as Error).message);
  }
  if (bytes.length === 0) return refuse("the file must not be empty, got 0 bytes");
  if (bytes.length > FILE_LIMIT) {
    return refuse(`the file must have at most ${FILE_LIMIT} bytes (256 MiB), got more`);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("the file must be UTF-8 text, got other bytes");
  }
  // Valid in UTF-8, but in practice the mark of a binary file or of UTF-16.
  const zero = text.indexOf("\0");
  if (zero >= 0) return refuse(`the file must be text, got a zero byte at character ${zero}`);
  return { text, sha256: createHash("sha256").update(bytes).digest("hex") };
}
