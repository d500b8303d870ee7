import { ok, strictEqual } from "node:assert/strict";
import { regularizedIncompleteBeta } from "./incomplete_beta.ts";

function assertNear(actual: number, expected: number, relative: number): void {
  ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual}, not ${expected}`);
}

/** By 50-digit sums of the series `2F1(a + b, 1; a + 1; x)` (mpmath 1.3.0). */
const references = [
  { a: 2, b: 3, x: 0.3, value: 0.34829999999999998042 },
  { a: 0.001, b: 7, x: 0.01, value: 0.99778733725720319659 },
  { a: 7.5, b: 0.25, x: 0.9, value: 0.099802732106562697993 },
  { a: 30, b: 45, x: 0.4, value: 0.50628116307613845357 },
  { a: 1000, b: 1000, x: 0.49, value: 0.18555265943151144994 },
  { a: 1000, b: 1, x: 0.99, value: 0.000043171247410657863678 },
  { a: 200.5, b: 0.125, x: 0.5, value: 1.031629019455898051e-63 },
  { a: 2 ** 20, b: 2 ** 20, x: 0.5003, value: 0.80754711250436831892 },
  { a: 2 ** 20, b: 2 ** 20, x: 0.4997, value: 0.19245288749558770721 },
];

Deno.test("regularizedIncompleteBeta() is that of 50 digits: 1e-13 for usual parameters, 1e-12 for extreme ones", () => {
  for (const { a, b, x, value } of references) {
    assertNear(regularizedIncompleteBeta(x, { a, b }), value, a > 1000 ? 1e-12 : 1e-13);
  }
});

/** `sum_{j >= a} C(n, j) x^j (1-x)^(n-j)`, n = a + b - 1, in integers over 64^n for x in 64ths. */
function binomialTail(sixtyFourths: number, { a, b }: { a: number; b: number }): number {
  const n = a + b - 1;
  const [p, q] = [BigInt(sixtyFourths), BigInt(64 - sixtyFourths)];
  let choose = 1n;
  let sum = 0n;
  for (let j = 0; j <= n; j++) {
    if (j >= a) sum += choose * p ** BigInt(j) * q ** BigInt(n - j);
    choose = choose * BigInt(n - j) / BigInt(j + 1);
  }
  // 53 bits beyond the leading one survive the shift.
  const shift = 6 * n - 1000;
  return shift > 0 ? Number(sum >> BigInt(shift)) / 2 ** 1000 : Number(sum) / 2 ** (6 * n);
}

Deno.test("regularizedIncompleteBeta() of integers is a binomial tail, in exact arithmetic", () => {
  for (let a = 1; a <= 12; a++) {
    for (let b = 1; b <= 12; b++) {
      for (const x of [1, 7, 20, 32, 45, 63]) {
        assertNear(regularizedIncompleteBeta(x / 64, { a, b }), binomialTail(x, { a, b }), 1e-13);
      }
    }
  }
});

Deno.test("regularizedIncompleteBeta() has its closed forms: powers, the arcsine law, the mirror", () => {
  for (const u of [1e-12, 0.001, 0.1, 0.25, 0.5, 0.75, 0.999]) {
    for (const a of [0.01, 0.5, 1, 3.7, 90]) {
      assertNear(regularizedIncompleteBeta(u, { a, b: 1 }), u ** a, 1e-13);
      assertNear(
        regularizedIncompleteBeta(u, { a: 1, b: a }),
        -Math.expm1(a * Math.log1p(-u)),
        1e-13,
      );
    }
    const arcsine = 2 / Math.PI * Math.asin(Math.sqrt(u));
    assertNear(regularizedIncompleteBeta(u, { a: 0.5, b: 0.5 }), arcsine, 1e-13);
  }
  // Sixteenths, so that 1 - u is exact.
  for (let u = 1 / 16; u < 1; u += 1 / 16) {
    for (const [a, b] of [[2, 5], [0.3, 4], [17, 17.5]] as const) {
      const mirrored = 1 - regularizedIncompleteBeta(1 - u, { a: b, b: a });
      ok(Math.abs(regularizedIncompleteBeta(u, { a, b }) - mirrored) <= 1e-14);
    }
  }
});

Deno.test("regularizedIncompleteBeta() is 0 at 0, 1 at 1, and not that of exchanged parameters", () => {
  strictEqual(regularizedIncompleteBeta(0, { a: 2, b: 3 }), 0);
  strictEqual(regularizedIncompleteBeta(1, { a: 2, b: 3 }), 1);
  const exchanged = regularizedIncompleteBeta(0.3, { a: 3, b: 2 });
  ok(Math.abs(exchanged - 0.3483) > 0.1);
});
