import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { binomialMasses } from "./binomial_masses.ts";

/** `C(n, k) p^k (1 - p)^(n - k)` for `p = a / 2^bits`, as whole numerators over `2^(bits n)`. */
function exactMasses(
  count: number,
  { numerator, bits }: { numerator: bigint; bits: bigint },
): number[] {
  const other = (1n << bits) - numerator;
  const n = BigInt(count);
  let choose = 1n;
  return Array.from({ length: count + 1 }, (_, index) => {
    const k = BigInt(index);
    if (k > 0n) choose = choose * (n - k + 1n) / k;
    return toNumber(choose * numerator ** k * other ** (n - k), bits * n);
  });
}

/** `value / 2^bits`, rounded once or twice. */
function toNumber(value: bigint, bits: bigint): number {
  const length = BigInt(value.toString(2).length);
  const shift = length > 64n ? length - 64n : 0n;
  const exponent = Number(shift - bits);
  // In two steps, so that a small power does not leave the doubles before it is used.
  return Number(value >> shift) * 2 ** Math.max(exponent, -1000) *
    2 ** Math.min(0, exponent + 1000);
}

Deno.test("binomialMasses() are the rational numbers, to a few roundings a term", () => {
  for (const count of [0, 1, 2, 5, 24, 200]) {
    for (const numerator of [1n, 3n, 8n, 15n]) {
      const masses = binomialMasses(count, Number(numerator) / 16);
      exactMasses(count, { numerator, bits: 4n }).forEach((mass, k) =>
        // Four roundings for each step from the mode, and a total of as many terms.
        assertClose(masses[k]!, mass, { relative: (4 * count + 4) * 2 ** -53, absolute: 1e-300 })
      );
    }
  }
});

Deno.test("binomialMasses() keep to the rational numbers next to certainty, and at 4,096", () => {
  const cases: readonly (readonly [number, bigint, bigint])[] = [
    [64, 1n, 40n],
    [64, (1n << 40n) - 1n, 40n],
    [40, (1n << 53n) - 1n, 53n],
    [4096, 1n, 1n],
    [4096, 1n, 12n],
    [4096, 4095n, 12n],
  ];
  for (const [count, numerator, bits] of cases) {
    const masses = binomialMasses(count, Number(numerator) / 2 ** Number(bits));
    assertClose(masses.reduce((sum, mass) => sum + mass, 0), 1, { absolute: 1e-12 });
    exactMasses(count, { numerator, bits }).forEach((mass, k) =>
      assertClose(masses[k]!, mass, { relative: 4 * count * 2 ** -53, absolute: 1e-300 })
    );
  }
});

Deno.test("binomialMasses() is certain at 0 and 1, and next to it at the least chance there is", () => {
  deepStrictEqual([...binomialMasses(3, 0)], [1, 0, 0, 0]);
  deepStrictEqual([...binomialMasses(3, 1)], [0, 0, 0, 1]);
  deepStrictEqual([...binomialMasses(0, 0.3)], [1]);
  const least = binomialMasses(4096, Number.MIN_VALUE);
  strictEqual(least[0], 1);
  strictEqual(least[1], 4096 * Number.MIN_VALUE);
  ok(least.subarray(2).every((mass) => mass === 0));
});
