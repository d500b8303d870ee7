import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { assertClose } from "@unmask/testing";
import { multiplyInto } from "./matrix_product.ts";
import { SettlingSequence } from "./settling_sequence.ts";

/** The powers `P^(index + 1)` of a matrix. */
function powersOf(matrix: readonly number[], states: number): SettlingSequence {
  const right = Float64Array.from(matrix);
  return new SettlingSequence(right, {
    what: "powers",
    next(left): Float64Array {
      const product = new Float64Array(left.length);
      multiplyInto({ left, right, states }, product);
      return product;
    },
  });
}

Deno.test("the powers of two states are those of theory", () => {
  // P = [[1 - a, a], [b, 1 - b]]: P^d(0, 1) = a (1 - (1 - a - b)^d) / (a + b).
  const [a, b] = [0.25, 0.125];
  const powers = powersOf([1 - a, a, b, 1 - b], 2);
  for (const d of [1, 2, 3, 10, 57, 1000, 4_000_000]) {
    const expected = a * (1 - (1 - a - b) ** d) / (a + b);
    // A product of up to a hundred matrices, each entry right to a few roundings.
    assertClose(powers.at(d - 1)[1]!, expected, { relative: 1e-13 });
  }
});

Deno.test("a cycle never settles, and its powers come round", () => {
  const cycle = powersOf([0, 1, 0, 0, 0, 1, 1, 0, 0], 3);
  const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  deepStrictEqual([...cycle.at(2)], identity);
  deepStrictEqual([...cycle.at(2999)], identity);
});

Deno.test("rare jumps are not taken for settled powers", () => {
  // P^d(0, 1) = d 1e-17 to first order, though no entry near 1 changes by a bit.
  const powers = powersOf([1, 1e-17, 0, 1], 2);
  assertClose(powers.at(9_999)[1]!, 1e-13, { relative: 1e-12 });
});

Deno.test("the powers of a mixing matrix settle, all rows on the same law", () => {
  const stream = streamFamily({ seed: 61, cell: "powers", purpose: "rows" }).at(0);
  const states = 27;
  const rows = Array.from({ length: states }, () => {
    const weights = Array.from({ length: states }, () => stream.nextDouble() ** 4);
    const total = weights.reduce((a, b) => a + b);
    return weights.map((weight) => weight / total);
  });
  const powers = powersOf(rows.flat(), states);
  const far = powers.at(2 ** 22);
  strictEqual(powers.at(2 ** 21), far); // the same array: nothing was computed between
  for (let x = 1; x < states; x++) {
    for (let y = 0; y < states; y++) {
      assertClose(far[x * states + y]!, far[y]!, { relative: 1e-13 });
    }
  }
});

Deno.test("a sequence that never settles is refused before it takes more memory than its limit", () => {
  let computed = 0;
  const large = new SettlingSequence(new Float64Array(2 ** 25 + 1), {
    what: "large vectors",
    next(last): Float64Array {
      computed++;
      return last;
    },
  });
  strictEqual(large.at(0).length, 2 ** 25 + 1);
  throws(() => large.at(1), {
    name: "RangeError",
    message: "Cannot hold large vectors: numbers must be at most 67108864, got 2 x 33554433",
  });
  strictEqual(computed, 0);
});
