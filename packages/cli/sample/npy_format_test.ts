import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { npyFormat, npyHeader } from "./npy_format.ts";
import type { Sampling } from "./sampling.ts";

/** A sampling of which the formats read the counts alone. */
function counted(count: number, length: number): Sampling {
  return { count, source: { length } } as Sampling;
}

async function* blocks(...parts: Int32Array[]): AsyncGenerator<Int32Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function hexOf(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  let hex = "";
  for await (const piece of pieces) hex += (piece as Uint8Array).toHex();
  return hex;
}

Deno.test("the bytes of an array are those that numpy saves, however it is cut into blocks", async () => {
  // numpy 2.4.6: np.save(f, np.array([[0, 1, 2], [3, 70000, 5]], dtype="<i4"))
  const saved =
    "934e554d5059010076007b276465736372273a20273c6934272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028322c2033292c207d" +
    "20".repeat(58) + "0a" + "000000000100000002000000030000007011010005000000";
  const tokens = Int32Array.of(0, 1, 2, 3, 70000, 5);
  for (const parts of [[tokens], [tokens.subarray(0, 3), tokens.subarray(3)]]) {
    strictEqual(await hexOf(npyFormat.pieces(counted(2, 3), () => blocks(...parts))), saved);
  }
});

Deno.test("a header of any shape is a whole number of 64 bytes and ends its line", () => {
  for (const rows of [1, 10, 1e6, 2 ** 32]) {
    for (const columns of [1, 9, 4194304]) {
      const header = npyHeader({ rows, columns });
      strictEqual(header.length % 64, 0);
      const text = new TextDecoder("latin1").decode(header);
      strictEqual(
        text.trimEnd(),
        `\x93NUMPY\x01\x00v\x00{'descr': '<i4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`
          .replace("\x93", "\u201c"),
      );
      deepStrictEqual([...header.subarray(-2)], [0x20, 0x0a]);
    }
  }
});

Deno.test("no header is written before there is a sequence", async () => {
  // deno-lint-ignore require-yield -- it fails before its first block
  const broken = async function* (): AsyncGenerator<Int32Array> {
    await Promise.resolve();
    throw new RangeError("Cannot use a prediction");
  };
  await rejects(npyFormat.pieces(counted(2, 3), broken).next(), /Cannot use a prediction/);
});
