import { deepStrictEqual, notDeepStrictEqual } from "node:assert/strict";
import { threefry2x32 } from "./threefry2x32.ts";

type Pair = readonly [number, number];

const word = 2n ** 32n;
const rotations = [13n, 15n, 26n, 6n, 17n, 29n, 16n, 24n] as const;

function block(key: Pair, counter: Pair): Pair {
  const out = new Uint32Array(2);
  threefry2x32(key[0], key[1], counter[0], counter[1], out);
  return [out[0]!, out[1]!];
}

/** The rounds of the paper undone one by one in big integers; shares nothing with the unrolled code. */
function inverse(key: Pair, output: Pair, rounds = 20): Pair {
  const modulo = (value: bigint): bigint => ((value % word) + word) % word;
  const keys = [BigInt(key[0]), BigInt(key[1])];
  keys.push(0x1bd11bdan ^ keys[0]! ^ keys[1]!);
  let x = BigInt(output[0]);
  let y = BigInt(output[1]);
  for (let round = rounds - 1; round >= 0; round--) {
    if (round % 4 === 3) {
      const group = (round + 1) / 4;
      x = modulo(x - keys[group % 3]!);
      y = modulo(y - keys[(group + 1) % 3]! - BigInt(group));
    }
    const turned = y ^ x;
    const turn = rotations[round % 8]!;
    y = (turned >> turn) | modulo(turned << (32n - turn));
    x = modulo(x - y);
  }
  return [Number(modulo(x - keys[0]!)), Number(modulo(y - keys[1]!))];
}

// Random123, tests/kat_vectors, lines "threefry2x32 20": counter, key, output.
const knownAnswers: readonly { counter: Pair; key: Pair; output: Pair }[] = [
  { counter: [0, 0], key: [0, 0], output: [0x6b200159, 0x99ba4efe] },
  {
    counter: [0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    output: [0x1cb996fc, 0xbb002be7],
  },
  {
    counter: [0x243f6a88, 0x85a308d3],
    key: [0x13198a2e, 0x03707344],
    output: [0xc4923a9c, 0x483df7a0],
  },
];

Deno.test("threefry2x32() gives the known answers of Random123", () => {
  for (const { counter, key, output } of knownAnswers) {
    deepStrictEqual(block(key, counter), output);
    deepStrictEqual(inverse(key, output), counter);
  }
});

Deno.test("threefry2x32() has 20 rounds, not 16", () => {
  for (const { counter, key, output } of knownAnswers) {
    notDeepStrictEqual(inverse(key, output, 16), counter);
  }
});

Deno.test("threefry2x32() is undone by the inverse rounds, so no two counters share a block", () => {
  let [key, counter]: [Pair, Pair] = [[1, 2], [3, 4]];
  for (let trial = 0; trial < 1000; trial++) {
    const output = block(key, counter);
    deepStrictEqual(inverse(key, output), counter);
    [key, counter] = [[output[0], counter[1]], output];
  }
});

Deno.test("threefry2x32() reads its arguments modulo 2^32", () => {
  deepStrictEqual(block([-1, 5], [2 ** 32 + 3, 7]), block([0xffffffff, 5], [3, 7]));
});

Deno.test("threefry2x32() may write over the array its arguments came from", () => {
  const words = new Uint32Array([0x13198a2e, 0x03707344]);
  threefry2x32(words[0]!, words[1]!, 0x243f6a88, 0x85a308d3, words);
  deepStrictEqual([...words], [0xc4923a9c, 0x483df7a0]);
});
