import { deepStrictEqual, rejects } from "node:assert/strict";
import { linesOf } from "./lines_of.ts";

/** A stream that gives some bytes in pieces of one size, in a buffer that it uses again. */
async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const buffer = new Uint8Array(size);
  for (let i = 0; i < bytes.length; i += size) {
    const piece = bytes.subarray(i, i + size);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
    await Promise.resolve();
  }
}

Deno.test("linesOf() finds the lines however they are cut into pieces", async () => {
  for (const size of [1, 2, 3, 7, 100]) {
    const lines = await Array.fromAsync(
      linesOf(pieces("a\u00e9\n\r\n bb \r\nc", size), { limit: 5 }),
    );
    deepStrictEqual(lines, ["a\u00e9", "bb", "c"]);
  }
  deepStrictEqual(await Array.fromAsync(linesOf(pieces("", 1), { limit: 1 })), []);
});

Deno.test("linesOf() refuses long lines and other bytes than text", async () => {
  for (const text of ["abcd", "a\nabcd\n"]) {
    await rejects(Array.fromAsync(linesOf(pieces(text, 2), { limit: 3 })), {
      name: "RangeError",
      message: "a line must have at most 3 bytes, got more",
    });
  }
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield Uint8Array.of(0xff, 10);
  };
  await rejects(Array.fromAsync(linesOf(bytes(), { limit: 3 })), /must be UTF-8 text/);
});
