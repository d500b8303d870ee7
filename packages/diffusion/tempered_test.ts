import { deepStrictEqual, ok, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { assertClose } from "@unmask/testing";
import type { MaskPredictor } from "./mask_predictor.ts";
import { tempered } from "./tempered.ts";

function temperedRow(row: number[], temperature: number): number[] {
  const predictor: MaskPredictor = {
    length: 1,
    vocabularySize: row.length,
    predict: (_state, _positions, out) => out.set(row),
  };
  const out = new Float64Array(row.length);
  tempered(predictor, { temperature }).predict(Int32Array.of(MASK), Int32Array.of(0), out);
  return [...out];
}

Deno.test("tempered() raises to the power 1/temperature and divides by the sum", () => {
  const [a, b] = temperedRow([0.8, 0.2], 0.5); // squares 0.64, 0.04
  assertClose(a!, 16 / 17, { relative: 1e-15 });
  assertClose(b!, 1 / 17, { relative: 1e-14 });
  const [c, d] = temperedRow([0.8, 0.2], 2); // roots in the ratio 2 : 1
  assertClose(c!, 2 / 3, { relative: 1e-15 });
  assertClose(d!, 1 / 3, { relative: 1e-15 });
  deepStrictEqual(temperedRow([0.1, 0.2, 0.7], 1), [0.1, 0.2, 0.7]);
});

Deno.test("tempered() keeps what is impossible, and ties, at any temperature", () => {
  for (const temperature of [5e-324, 1e-300, 0.1, 10, 1e300, Number.MAX_VALUE]) {
    deepStrictEqual(temperedRow([0.5, 0, 0.5], temperature), [0.5, 0, 0.5]);
    deepStrictEqual(temperedRow([0, 1], temperature), [0, 1]);
  }
});

Deno.test("tempered() makes a law of any row at any temperature, in the same order", () => {
  const rows = [
    [1, 5e-324],
    [1 - 1e-16, 1e-300, 5e-324, 0],
    [0.3, 0.3, 0.4],
    [0.5, 0.5 - 1e-16, 1e-16],
    new Array(1000).fill(1 / 1000),
  ];
  for (const row of rows) {
    for (const temperature of [5e-324, 1e-12, 0.01, 0.9, 1.1, 50, 1e12, Number.MAX_VALUE]) {
      const law = temperedRow(row, temperature);
      assertClose(law.reduce((sum, mass) => sum + mass, 0), 1, { absolute: 1e-12 });
      for (let y = 1; y < row.length; y++) {
        ok(law[y]! >= 0 && (row[y]! < row[y - 1]! ? law[y]! <= law[y - 1]! : true));
      }
    }
  }
  // (1e-300)^(1/50) = 1e-6: no underflow where the answer is a plain number.
  assertClose(temperedRow([1 - 1e-16, 1e-300], 50)[1]!, 1e-6, { relative: 2e-6 });
});

Deno.test("tempered() refuses temperatures that are none, and says what to do in place of 0", () => {
  for (const temperature of [-1, NaN, Infinity]) {
    throws(() => temperedRow([1], temperature), {
      name: "RangeError",
      message:
        `Cannot temper a predictor: temperature must be a finite number above 0, got ${temperature}`,
    });
  }
  throws(() => temperedRow([1], 0), /above 0, got 0 \(temperature 0 is the most likely token/);
});
