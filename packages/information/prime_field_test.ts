import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { isPrime, reciprocals, residue } from "./prime_field.ts";

Deno.test("isPrime() is the sieve up to 2000, and false for what is no integer of at least 2", () => {
  const composite = new Set<number>();
  for (let n = 2; n <= 2000; n++) {
    strictEqual(isPrime(n), !composite.has(n));
    for (let multiple = 2 * n; multiple <= 2000; multiple += n) composite.add(multiple);
  }
  for (const value of [1, 0, -3, 2.5, NaN, Infinity]) strictEqual(isPrime(value), false);
  strictEqual(isPrime(4194301), true); // the largest below 2^22
  strictEqual(isPrime(2039 * 2053), false);
});

Deno.test("reciprocals() times their numbers are 1, in small fields and in the largest", () => {
  deepStrictEqual([...reciprocals(5, 4)], [0, 1, 3, 2, 4]);
  deepStrictEqual([...reciprocals(2, 0)], [0]);
  for (const [field, count] of [[2, 1], [101, 100], [4194301, 1000], [67108859, 1000]] as const) {
    const inverse = reciprocals(field, count);
    strictEqual(inverse.length, count + 1);
    for (let i = 1; i <= count; i++) {
      strictEqual(BigInt(inverse[i]!) * BigInt(i) % BigInt(field), 1n);
    }
  }
});

Deno.test("residue() is exact up to q (q - 1), next to every multiple of q", () => {
  for (const field of [2, 3, 1021, 4194301, 67108859]) {
    for (const quotient of [0, 1, field >> 1, field - 2]) {
      for (const rest of [0, 1, field - 1]) {
        strictEqual(residue(quotient * field + rest, field), rest);
      }
    }
    strictEqual(residue(field * (field - 1), field), 0);
  }
});
