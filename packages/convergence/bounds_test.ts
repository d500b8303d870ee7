import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { copies, curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { arbitrarySource, assertClose, buildSource, compositions } from "@unmask/testing";
import fc from "fast-check";
import { boundOf, boundRows, bounds } from "./bounds.ts";
import { liCaiCorollary1 } from "./li_cai_corollary_1.ts";
import { liCaiTheorem1 } from "./li_cai_theorem_1.ts";
import { pathError } from "./path_error.ts";
import { powerOfTwoAtLeast } from "./power_of_two.ts";
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

Deno.test("every bound of the theory sheet is listed, once, with all it says of itself", () => {
  deepStrictEqual(bounds.map(({ key }) => key), [
    "li-cai-theorem-1",
    "li-cai-corollary-1",
    "li-cai-theorem-2-upper",
    "li-cai-theorem-2-lower",
    "sharp-step",
    "sharp-max",
    "average-size",
    "tc-schedule",
    "dtc-schedule",
    "austin",
    "wainwright-geometric",
    "fast-dllm",
  ]);
  for (const bound of bounds) {
    strictEqual(boundOf(bound.key), bound);
    for (const text of [bound.name, bound.citation, bound.formula, bound.hypotheses]) {
      ok(text.length > 0 && text === text.trim(), bound.key);
    }
    ok(/EKL (<=|>=) /.test(bound.formula), bound.formula);
    strictEqual(bound.formula.includes(">= "), bound.kind === "lower");
  }
  deepStrictEqual(bounds.filter(({ coefficients }) => !coefficients).map(({ key }) => key), [
    "wainwright-geometric", // Lam is a logarithm
    "fast-dllm", // no linear form in the curve
  ]);
  throws(
    () => boundOf("flattened-exponent"),
    /key must be one of li-cai-theorem-1, .*, fast-dllm, got flattened-exponent/,
  );
});

Deno.test("boundRows() shows every bound, in order, with its value where it applies", () => {
  const rows = boundRows(bits, [5, 3]);
  deepStrictEqual(rows.map(({ key, kind }) => ({ key, kind })), [
    ...bounds.map(({ key, kind }) => ({ key, kind })),
  ]);
  deepStrictEqual(rows.filter(({ applies }) => applies).map(({ key }) => key), [
    "li-cai-theorem-1",
    "li-cai-theorem-2-upper",
    "sharp-step",
    "sharp-max",
  ]);
  for (const { applies, value, holds } of rows) {
    if (applies) strictEqual(holds, true);
    else deepStrictEqual([value, holds], [null, null]);
  }
  throws(() => boundRows(bits, [5, 2]), /sizes must sum to the length 8, got 7/);
});

Deno.test("an existence statement is judged by its witness, not by the schedule", () => {
  // The code q = 5, n = 4, k = 2: sizes 2, 2 have error 0, below the bound; 1, 2, 1 have ln 5.
  const code = curveFromTokenMutualInformation(Math.log(5), [0, 0, Math.log(5), Math.log(5)]);
  const row = boundRows(code, [2, 2]).find(({ key }) => key === "li-cai-theorem-2-lower")!;
  strictEqual(pathError(code, [2, 2]), 0);
  assertClose(row.value!, Math.log(5) / 16, { relative: 1e-15 });
  deepStrictEqual([row.applies, row.holds], [true, true]);
});

Deno.test("a bound on confident tokens applies where they are known, in one shot", () => {
  const rowOf = (sizes: number[], doubt?: number): unknown => {
    const tokens = doubt === undefined ? undefined : { vocabularySize: 2, doubt };
    return boundRows(bits, sizes, tokens).find(({ key }) => key === "fast-dllm");
  };
  const none = { key: "fast-dllm", kind: "upper", applies: false, value: null, holds: null };
  deepStrictEqual(rowOf([8]), none);
  deepStrictEqual(rowOf([4, 4], 0.5), none);
  // Copies attain it: (L - 1) ln K.
  deepStrictEqual(rowOf([8], 0.5), { ...none, applies: true, value: 7 * Math.LN2, holds: true });
  // A doubt that is not theirs makes it false, and the row says so.
  strictEqual((rowOf([8], 0.1) as { holds: boolean }).holds, false);
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
