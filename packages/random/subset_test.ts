import { deepStrictEqual, notStrictEqual, strictEqual, throws } from "node:assert/strict";
import { type Stream, streamFamily } from "./stream.ts";
import { drawPermutation, drawSubset, partialShuffle } from "./subset.ts";

/** A stream of words that make `drawInteger` give these digits under these bounds, and no word more. */
function digitStream(digits: readonly number[], bounds: readonly number[]): Stream {
  const words = digits.flatMap((digit, i) =>
    // The digit in the high bits; a bound of 1 costs no word.
    bounds[i] === 1 ? [] : [(digit << Math.clz32(bounds[i]! - 1)) >>> 0]
  );
  return {
    nextUint32(): number {
      const word = words.shift();
      if (word === undefined) throw new Error("more words were drawn than expected");
      return word;
    },
    nextDouble(): number {
      throw new Error("a shuffle must not cost a double");
    },
  };
}

/** Every tuple with digit i below bounds[i]. */
function tuples(bounds: readonly number[]): number[][] {
  return bounds.reduce<number[][]>(
    (made, bound) =>
      made.flatMap((tuple) => Array.from({ length: bound }, (_, digit) => [...tuple, digit])),
    [[]],
  );
}

/** How often each result comes up over every equally likely tuple of integers. */
function law(bounds: readonly number[], draw: (stream: Stream) => Int32Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const digits of tuples(bounds)) {
    const key = draw(digitStream(digits, bounds)).join(",");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The bounds a partial Fisher-Yates shuffle draws under: length, length - 1, .. */
function falling(length: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => length - i);
}

function isUniform(counts: Map<string, number>, outcomes: number): boolean {
  return counts.size === outcomes && new Set(counts.values()).size === 1;
}

Deno.test("drawSubset() gives every ordered sample equally often, by enumeration", () => {
  for (const length of [1, 2, 3, 4, 5, 6]) {
    for (let size = 0; size <= length; size++) {
      const bounds = falling(length, size);
      const samples = bounds.reduce((a, b) => a * b, 1);
      const counts = law(bounds, (stream) => drawSubset(length, size, stream));
      strictEqual(isUniform(counts, samples), true, `${size} of ${length}`);
      for (const key of counts.keys()) {
        const items = key === "" ? [] : key.split(",").map(Number);
        strictEqual(new Set(items).size, size);
        strictEqual(items.every((item) => item >= 0 && item < length), true);
      }
    }
  }
});

Deno.test("drawPermutation() gives every permutation equally often, by enumeration", () => {
  const counts = law(falling(5, 5), (stream) => drawPermutation(5, stream));
  strictEqual(isUniform(counts, 120), true);
});

Deno.test("swapping with any item, not a later one, does not", () => {
  const counts = law([3, 3, 3], (stream) => {
    const items = Int32Array.of(0, 1, 2);
    for (let i = 0; i < 3; i++) {
      const j = stream.nextUint32() >>> 30;
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
    return items;
  });
  strictEqual(isUniform(counts, 6), false); // 27 tuples cannot be shared out over 6 permutations
});

Deno.test("partialShuffle() keeps the items, and samples uniformly whatever order they came in", () => {
  const items = Int32Array.of(7, 7, -1, 4);
  const counts = law(falling(4, 2), (stream) => {
    const copy = items.slice();
    partialShuffle(copy, 2, stream);
    deepStrictEqual(copy.toSorted(), items.toSorted());
    return copy.slice(0, 2);
  });
  // Two items are alike: 12 ordered pairs, of which (7, 7) is two and each other pair with a 7 is two.
  deepStrictEqual(
    Object.fromEntries(counts),
    { "7,7": 2, "7,-1": 2, "-1,7": 2, "7,4": 2, "4,7": 2, "-1,4": 1, "4,-1": 1 },
  );
});

Deno.test("partialShuffle() of a tail continues the sample", () => {
  const counts = law(falling(4, 3), (stream) => {
    const items = Int32Array.of(0, 1, 2, 3);
    partialShuffle(items, 1, stream);
    partialShuffle(items.subarray(1), 2, stream);
    return items.slice(0, 3);
  });
  strictEqual(isUniform(counts, 24), true);
});

Deno.test("drawPermutation() writes into out and draws the same there", () => {
  const family = streamFamily({ seed: 1, cell: "permutations", purpose: "test" });
  const out = Int32Array.of(9, 9, 9, 9, 9, 9, 9, 9);
  strictEqual(drawPermutation(8, family.at(0), out), out);
  deepStrictEqual(out, drawPermutation(8, family.at(0)));
  notStrictEqual(out.join(), drawPermutation(8, family.at(1)).join());
});

Deno.test("draws of nothing are empty and cost nothing", () => {
  const nothing = digitStream([], []);
  deepStrictEqual(drawPermutation(0, nothing), new Int32Array());
  deepStrictEqual(drawSubset(5, 0, nothing), new Int32Array());
  deepStrictEqual(drawSubset(0, 0, nothing), new Int32Array());
});

Deno.test("subsets and permutations refuse counts that do not fit", () => {
  const stream = digitStream([], []);
  for (const count of [-1, 4, 1.5, NaN]) {
    throws(() => partialShuffle(new Int32Array(3), count, stream), {
      name: "RangeError",
      message: `Cannot shuffle: count must be an integer in [0, 3], got ${count}`,
    });
    throws(() => drawSubset(3, count, stream), {
      name: "RangeError",
      message: `Cannot draw a subset: size must be an integer in [0, 3], got ${count}`,
    });
  }
  for (const length of [-1, 1.5, NaN, 2 ** 31]) {
    const message =
      `Cannot draw positions: length must be an integer in [0, 2^31 - 1], got ${length}`;
    throws(() => drawPermutation(length, stream), { name: "RangeError", message });
    throws(() => drawSubset(length, 1, stream), { name: "RangeError", message });
  }
  throws(() => drawPermutation(3, stream, new Int32Array(4)), {
    name: "RangeError",
    message: "Cannot draw a permutation: out must have length 3, got 4",
  });
});
