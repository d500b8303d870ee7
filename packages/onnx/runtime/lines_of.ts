/**
 * The lines of a stream of bytes.
 *
 * @param bytes UTF-8
 * @returns Yields each line, without its end; what follows the last end too, unless it is empty
 */
export async function* linesOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const parts: string[] = [];
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    const lines = decoder.decode(piece, { stream: true }).split("\n");
    // A line may come in a thousand pieces: they are joined once, when it ends.
    parts.push(lines[0]!);
    for (const line of lines.slice(1)) {
      yield parts.join("");
      parts.length = 0;
      parts.push(line);
    }
  }
  const rest = parts.join("");
  if (rest !== "") yield rest;
}
