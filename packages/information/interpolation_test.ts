import { deepStrictEqual, notDeepStrictEqual } from "node:assert/strict";
import { subsets } from "@unmask/testing";
import { interpolate } from "./interpolation.ts";
import { reciprocals } from "./prime_field.ts";

/** Values of a polynomial at `0 .. length - 1`, in integers of any size. */
function valuesOf(
  coefficients: readonly number[],
  at: { length: number; field: number },
): number[] {
  return Array.from({ length: at.length }, (_, point) => {
    const value = coefficients.reduceRight((sum, c) => sum * BigInt(point) + BigInt(c), 0n);
    return Number(value % BigInt(at.field));
  });
}

Deno.test("interpolate() recovers a polynomial from any of its values", () => {
  const cases = [
    { field: 2, length: 2, coefficients: [1, 1] },
    { field: 7, length: 7, coefficients: [3] },
    { field: 7, length: 7, coefficients: [3, 0, 5, 6] },
    { field: 4194301, length: 6, coefficients: [4194300, 4194299, 2, 4000003] },
    { field: 67108859, length: 7, coefficients: [67108858, 67108857, 1, 0, 67108858] },
  ];
  for (const { field, length, coefficients } of cases) {
    const expected = valuesOf(coefficients, { length, field });
    const inverse = reciprocals(field, length - 1);
    const points = Array.from({ length }, (_, point) => point);
    for (const known of subsets(points, coefficients.length)) {
      const values = Int32Array.from(points, (i) => known.includes(i) ? expected[i]! : -1);
      interpolate(values, { known, field, inverse });
      deepStrictEqual([...values], expected);
    }
  }
});

Deno.test("interpolate() from no values is zero, and from too few is another polynomial", () => {
  const inverse = reciprocals(5, 3);
  const values = Int32Array.of(4, 4, 4, 4);
  interpolate(values, { known: [], field: 5, inverse });
  deepStrictEqual([...values], [0, 0, 0, 0]);
  const square = valuesOf([0, 0, 1], { length: 4, field: 5 });
  const line = Int32Array.from(square);
  interpolate(line, { known: [0, 1], field: 5, inverse });
  notDeepStrictEqual([...line], square);
});
