import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { drawInteger } from "./integer.ts";
import { type Stream, streamFamily } from "./stream.ts";

class Exhausted extends Error {}

/** Gives one word; a second one shows that the first was rejected. */
function oneWord(word: number): Stream {
  let given = false;
  return {
    nextUint32(): number {
      if (given) throw new Exhausted();
      given = true;
      return word >>> 0;
    },
    nextDouble(): number {
      throw new Error("an integer must not cost a double");
    },
  };
}

/** The outcome of one word, or "rejected". */
function outcome(
  draw: (bound: number, stream: Stream) => number,
  options: { bound: number; word: number },
): number | "rejected" {
  try {
    return draw(options.bound, oneWord(options.word));
  } catch (error) {
    if (error instanceof Exhausted) return "rejected";
    throw error;
  }
}

/** How often each outcome comes from all 2^12 values of the high 12 bits, whatever the low 20 bits. */
function law(draw: (bound: number, stream: Stream) => number, bound: number): number[] {
  const counts = new Array<number>(bound).fill(0);
  for (let high = 0; high < 2 ** 12; high++) {
    const result = outcome(draw, { bound, word: high << 20 });
    const filled = outcome(draw, { bound, word: (high << 20) | 0xfffff });
    strictEqual(filled, result);
    if (result !== "rejected") counts[result]!++;
  }
  return counts;
}

Deno.test("drawInteger() has the same number of words for every outcome, by exhaustion", () => {
  for (const bound of [2, 3, 4, 5, 6, 7, 9, 15, 16, 17, 100, 255, 257, 1000, 2049, 4095, 4096]) {
    const each = 2 ** 12 / 2 ** Math.ceil(Math.log2(bound));
    deepStrictEqual(law(drawInteger, bound), new Array<number>(bound).fill(each));
  }
});

Deno.test("a remainder has not: outcome 0 of 3 gets a word more than the others", () => {
  const counts = law((bound, stream) => (stream.nextUint32() >>> 20) % bound, 3);
  deepStrictEqual(counts, [1366, 1365, 1365]);
});

Deno.test("drawInteger() is exact at bounds near 2^32", () => {
  const top = 2 ** 32;
  for (const bound of [2 ** 31 + 1, 3 * 2 ** 30, top - 1, top]) {
    for (const word of [0, 1, 2 ** 31, bound - 1]) {
      strictEqual(outcome(drawInteger, { bound, word }), word);
    }
    for (const word of bound < top ? [bound, top - 1] : []) {
      strictEqual(outcome(drawInteger, { bound, word }), "rejected");
    }
  }
});

Deno.test("drawInteger() draws nothing for one outcome", () => {
  const stream = oneWord(123);
  strictEqual(drawInteger(1, stream), 0);
  strictEqual(stream.nextUint32(), 123);
});

Deno.test("drawInteger() draws 2^b / bound words on average", () => {
  const stream = streamFamily({ seed: 3, cell: "integers", purpose: "test" }).at(0);
  let spent = 0;
  const counting: Stream = {
    nextUint32(): number {
      spent++;
      return stream.nextUint32();
    },
    nextDouble: () => stream.nextDouble(),
  };
  const draws = 100_000;
  for (let i = 0; i < draws; i++) drawInteger(5, counting);
  // Words per draw are geometric with success 5/8: mean 1.6, variance 0.96. Five standard errors: false alarm 6e-7.
  ok(Math.abs(spent / draws - 1.6) < 5 * Math.sqrt(0.96 / draws), `${spent / draws}`);
});

Deno.test("drawInteger() refuses a bound that is not an integer in [1, 2^32]", () => {
  for (const bound of [0, -1, 1.5, NaN, 2 ** 32 + 1, Infinity]) {
    throws(() => drawInteger(bound, oneWord(0)), {
      name: "RangeError",
      message: `Cannot draw an integer: bound must be an integer in [1, 2^32], got ${bound}`,
    });
  }
});
