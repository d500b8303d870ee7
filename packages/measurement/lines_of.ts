/**
 * The lines of a stream of bytes, as UTF-8 text without their ends. Blank ones are left out.
 *
 * @param chunks The bytes
 * @param options `limit`, most bytes of a line
 * @returns The lines; an unfinished one at the end too
 * @throws {RangeError} On a line above the limit, which is not held in memory, or other bytes
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  { limit }: { limit: number },
): AsyncGenerator<string, void, void> {
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > limit) {
      throw new RangeError(`a line must have at most ${limit} bytes, got more`);
    }
    held.push(piece);
  };
  const finish = (): string => {
    const bytes = new Uint8Array(size);
    let end = 0;
    for (const piece of held) {
      bytes.set(piece, end);
      end += piece.length;
    }
    held = [];
    size = 0;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
    } catch {
      throw new RangeError("lines must be UTF-8 text, got other bytes");
    }
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      const line = finish();
      if (line !== "") yield line;
    }
    take(chunk.slice(from));
  }
  const line = finish();
  if (line !== "") yield line;
}
