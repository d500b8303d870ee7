import { deepStrictEqual } from "node:assert/strict";
import { linesOf } from "./lines_of.ts";

async function linesIn(pieces: readonly Uint8Array[]): Promise<string[]> {
  return await Array.fromAsync(linesOf(ReadableStream.from(pieces)));
}

Deno.test("linesOf() gives the same lines however the bytes are cut", async () => {
  const text = "one\n\nzwölf €\n\u{1f600}\nno end";
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size++) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
    deepStrictEqual(await linesIn(pieces), text.split("\n"), `pieces of ${size}`);
  }
  deepStrictEqual(await linesIn([]), []);
});
