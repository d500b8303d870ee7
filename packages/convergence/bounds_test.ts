import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { copies, curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { arbitrarySource, assertClose, buildSource, compositions } from "@unmask/testing";
import fc from "fast-check";
import { boundRows, bounds } from "./bounds.ts";
import { liCaiCorollary1 } from "./li_cai_corollary_1.ts";
import { liCaiTheorem1, powerOfTwoAtLeast } from "./li_cai_theorem_1.ts";
import { pathError } from "./path_error.ts";
import { sharpMax } from "./sharp_max.ts";

/** Eight copies of a fair bit: MI = 8 ln 2, so a bound's value over ln 2 is 8 times its factor. */
const bits = copies({ length: 8, vocabularySize: 2 }).informationCurve();

Deno.test("the values of Theorem 1 and its sharp form are those of a hand", () => {
  const byHand: readonly [number[], number, number][] = [
    // sizes, 2^ceil(log2 s_max) - 1, s_max - 1
    [[1, 1, 1, 1, 1, 1, 1, 1], 0, 0],
    [[2, 2, 2, 2], 1, 1],
    [[3, 3, 2], 3, 2],
    [[4, 4], 3, 3],
    [[5, 3], 7, 4],
    [[8], 7, 7],
  ];
  for (const [sizes, theorem, sharp] of byHand) {
    const proved = maskSizes(sizes);
    assertClose(liCaiTheorem1.evaluate(bits, proved), theorem * Math.LN2, { relative: 1e-15 });
    assertClose(sharpMax.evaluate(bits, proved), sharp * Math.LN2, { relative: 1e-15 });
  }
});

Deno.test("the values of Corollary 1 are those of a hand, for balanced schedules only", () => {
  assertClose(liCaiCorollary1.evaluate(bits, maskSizes([2, 2, 2, 2])), 4 * Math.LN2, {
    relative: 1e-15,
  });
  for (const sizes of [[8], [4, 4], [3, 3, 2], [2, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1]]) {
    ok(liCaiCorollary1.applies(maskSizes(sizes)), sizes.join());
  }
  for (const sizes of [[5, 3], [4, 2, 2], [1, 3, 2, 2]]) {
    ok(!liCaiCorollary1.applies(maskSizes(sizes)), sizes.join());
  }
});

Deno.test("the power of two is exact where a logarithm may round across it", () => {
  deepStrictEqual([1, 2, 3, 4, 5, 8, 9].map(powerOfTwoAtLeast), [1, 2, 4, 4, 8, 8, 16]);
  for (let m = 1; m <= 48; m++) {
    strictEqual(powerOfTwoAtLeast(2 ** m), 2 ** m);
    strictEqual(powerOfTwoAtLeast(2 ** m + 1), 2 ** (m + 1));
  }
});

Deno.test("boundRows() shows every bound, in order, with its value where it applies", () => {
  deepStrictEqual(bounds, [liCaiTheorem1, liCaiCorollary1, sharpMax]);
  const rows = boundRows(bits, [5, 3]);
  deepStrictEqual(rows.map(({ key }) => key), [
    "li-cai-theorem-1",
    "li-cai-corollary-1",
    "sharp-max",
  ]);
  deepStrictEqual(rows[1], {
    key: "li-cai-corollary-1",
    kind: "upper",
    applies: false,
    value: null,
    holds: null,
  });
  for (const { kind, applies, holds } of [rows[0]!, rows[2]!]) {
    deepStrictEqual({ kind, applies, holds }, { kind: "upper", applies: true, holds: true });
  }
  throws(() => boundRows(bits, [5, 2]), /sizes must sum to the length 8, got 7/);
});

Deno.test("every bound that applies holds, for every schedule of every small source", () => {
  let checked = 0;
  fc.assert(
    fc.property(arbitrarySource(), (spec) => {
      const curve = buildSource(spec).informationCurve();
      for (const sizes of compositions(curve.length)) {
        for (const { applies, holds, key } of boundRows(curve, sizes)) {
          if (!applies) continue;
          strictEqual(holds, true, `${key} at ${sizes}`);
          checked++;
        }
      }
    }),
    { seed: 13, numRuns: 200 },
  );
  ok(checked > 1000);
});

Deno.test("the flattened exponent is no bound: eight copies in one shot", () => {
  const flattened = (2 * Math.ceil(Math.log2(8)) - 1) / 8 * 8 * Math.LN2;
  ok(pathError(bits, [8]) > flattened); // 7 ln 2 against 5 ln 2
});

Deno.test("the sharp form is attained by a code that falls just after the first token of a set", () => {
  for (const sizes of [[8], [3, 3, 2], [2, 5, 1]]) {
    const largest = Math.max(...sizes);
    const before = sizes.slice(0, sizes.indexOf(largest)).reduce((a, b) => a + b, 0);
    const curve = curveFromTokenMutualInformation(
      1,
      Float64Array.from({ length: 8 }, (_, j) => j > before ? 1 : 0),
    );
    strictEqual(pathError(curve, sizes), largest - 1);
    assertClose(sharpMax.evaluate(curve, maskSizes(sizes)), largest - 1, { relative: 1e-15 });
  }
});
