import { deepStrictEqual, notDeepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { streamKey } from "./stream_key.ts";

Deno.test("streamKey() agrees with the reference", () => {
  // testdata/stream_reference.py
  const cases: readonly [number, string, string, number, number][] = [
    [0, "", "", 0xc972a472, 0xae75613d],
    [2 ** 32 - 1, "", "", 0x1c45a0e7, 0x819e7550],
    [2 ** 53 - 1, "", "", 0x5d2196d2, 0x25e56217],
    [7, "ab", "c", 0x12c569e7, 0x84bc1bc7],
    [7, "a", "bc", 0xd9e1c481, 0x46fd60e5],
    [7, "potts-chain:length=64", "unmasking order", 0xd8a0ce32, 0xe799e491],
    [7, "Łódź 🎲", "żetony", 0x33dd66b3, 0xe2af5782],
  ];
  for (const [seed, cell, purpose, key0, key1] of cases) {
    deepStrictEqual(streamKey({ seed, cell, purpose }), { key0, key1 });
  }
});

Deno.test("streamKey() separates where one text ends and the next begins", () => {
  // Each pair has the same text when simply joined, or when padded with zero bytes.
  const same: readonly [string, string][][] = [
    [["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"]],
    [["a", "b"], ["a\0", "b"], ["a", "b\0"], ["a\0\0\0\0\0\0\0b", ""]],
  ];
  for (const texts of same) {
    const keys = texts.map(([cell, purpose]) =>
      JSON.stringify(streamKey({ seed: 1, cell, purpose }))
    );
    strictEqual(new Set(keys).size, keys.length);
  }
});

Deno.test("streamKey() uses all 53 bits of the seed", () => {
  const keys = new Set<string>();
  for (let bit = 0; bit < 53; bit++) {
    keys.add(JSON.stringify(streamKey({ seed: 2 ** bit, cell: "c", purpose: "p" })));
  }
  for (const seed of [0, 2 ** 32 - 1, 2 ** 53 - 1]) {
    keys.add(JSON.stringify(streamKey({ seed, cell: "c", purpose: "p" })));
  }
  strictEqual(keys.size, 56);
});

Deno.test("streamKey() gives no collision among 20,000 numbered cells", () => {
  // 64-bit keys that behave as random ones collide here with probability under 2e-11.
  const keys = new Set<bigint>();
  for (let i = 0; i < 20_000; i++) {
    const { key0, key1 } = streamKey({ seed: 1, cell: `cell ${i}`, purpose: "p" });
    keys.add((BigInt(key0) << 32n) | BigInt(key1));
  }
  strictEqual(keys.size, 20_000);
});

Deno.test("streamKey() refuses a seed that is not an integer in [0, 2^53 - 1]", () => {
  for (const seed of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    throws(() => streamKey({ seed, cell: "c", purpose: "p" }), {
      name: "RangeError",
      message: `Cannot derive a stream key: seed must be an integer in [0, 2^53 - 1], got ${seed}`,
    });
  }
});

Deno.test("streamKey() refuses a lone surrogate, which UTF-8 would confuse with others", () => {
  const encoder = new TextEncoder();
  deepStrictEqual(encoder.encode("\ud800"), encoder.encode("\ud801")); // the confusion
  throws(() => streamKey({ seed: 1, cell: "\ud800", purpose: "p" }), {
    name: "RangeError",
    message: 'Cannot derive a stream key: cell must be well-formed Unicode, got "\\ud800"',
  });
  throws(() => streamKey({ seed: 1, cell: "c", purpose: "\udc00" }), {
    name: "RangeError",
    message: 'Cannot derive a stream key: purpose must be well-formed Unicode, got "\\udc00"',
  });
});

Deno.test("streamKey() keeps composed and decomposed letters apart", () => {
  const [composed, decomposed] = ["é", "e\u0301"] as const;
  notDeepStrictEqual(
    streamKey({ seed: 1, cell: composed, purpose: "p" }),
    streamKey({ seed: 1, cell: decomposed, purpose: "p" }),
  );
});
