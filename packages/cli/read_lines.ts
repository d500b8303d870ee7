import { createHash } from "node:crypto";
import { BadInput, shown } from "./bad_input.ts";
import type { Io } from "./io.ts";

/** Longest line by default, in characters: a file without line ends must not fill the memory. */
const LINE_LIMIT = 2 ** 16;

/**
 * Reads a file of UTF-8 text line by line, in little memory.
 *
 * Lines end with LF or CRLF; a byte order mark is dropped.
 *
 * @param path Path as the user wrote it
 * @param onLine Called with each line and its number, from 1
 * @param io Where files are read
 * @param options `limit`, most characters of a line, 65,536 by default
 * @returns SHA-256 of the bytes, in lower-case hexadecimal
 * @throws {BadInput} On a file that cannot be read, is empty, or is no text, and on very long lines
 */
export function readLines(
  path: string,
  onLine: (line: string, number: number) => void,
  io: Io,
  { limit = LINE_LIMIT }: { limit?: number } = {},
): string {
  const refuse = (rest: string): never => {
    throw new BadInput(`Cannot read ${shown(path)}: ${rest}`);
  };
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let number = 0;
  let bytes = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return refuse("the file must be UTF-8 text, got other bytes");
    }
  };
  const take = (text: string): void => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    if (rest.length > limit) {
      refuse(
        `line ${
          number + lines.length + 1
        }: the line must have at most ${limit} characters, got more`,
      );
    }
    for (const line of lines) onLine(line.endsWith("\r") ? line.slice(0, -1) : line, ++number);
  };
  for (const chunk of chunksOf(path, io)) {
    bytes += chunk.length;
    hash.update(chunk);
    take(decode(chunk));
  }
  if (bytes === 0) refuse("the file must not be empty, got 0 bytes");
  take(decode());
  if (rest !== "") onLine(rest.endsWith("\r") ? rest.slice(0, -1) : rest, ++number);
  return hash.digest("hex");
}

/** The pieces of a file, what fails on reading them told as bad input. */
function* chunksOf(path: string, io: Io): Generator<Uint8Array> {
  try {
    yield* io.readChunks(path);
  } catch (error) {
    throw new BadInput(`Cannot read ${shown(path)}: ${(error as Error).message}`);
  }
}
