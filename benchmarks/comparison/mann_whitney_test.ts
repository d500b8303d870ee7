import assert from "node:assert/strict";
import fc from "fast-check";
import { leastP, mannWhitneyP, pairsLeftOut } from "./mann_whitney.ts";

/** The definition: every way to deal the values to two sides, by their U. */
function enumeratedP(a: readonly number[], b: readonly number[]): number {
  const all = [...a, ...b];
  const distance = (chosen: readonly number[], others: readonly number[]): number => {
    let u = 0;
    for (const x of chosen) for (const y of others) u += x > y ? 1 : x === y ? 0.5 : 0;
    return Math.abs(u - chosen.length * others.length / 2);
  };
  const observed = distance(a, b);
  let beyond = 0;
  let ways = 0;
  for (let mask = 0; mask < 2 ** all.length; mask++) {
    const chosen = all.filter((_, i) => (mask >> i) % 2 === 1);
    if (chosen.length !== a.length) continue;
    ways++;
    if (distance(chosen, all.filter((_, i) => (mask >> i) % 2 === 0)) >= observed) beyond++;
  }
  return beyond / ways;
}

Deno.test("mannWhitneyP() is the share of ways that are as far apart, ties included", () => {
  const side = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(side, side, (a, b) => {
      assert.ok(Math.abs(mannWhitneyP(a, b) - enumeratedP(a, b)) < 1e-12);
    }),
    { seed: 8, numRuns: 200 },
  );
});

Deno.test("mannWhitneyP() of five and five that do not meet is 2/252, whichever side is first", () => {
  const [low, high] = [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]];
  assert.ok(Math.abs(mannWhitneyP(low, high) - 2 / 252) < 1e-15);
  assert.equal(mannWhitneyP(low, high), mannWhitneyP(high, low));
  assert.equal(mannWhitneyP(low, low), 1);
});

Deno.test("leastP() is what the test gives sides that do not meet", () => {
  for (const [n, m] of [[1, 1], [1, 9], [2, 3], [4, 4], [5, 5], [3, 7]] as const) {
    const side = (length: number, from: number): number[] =>
      Array.from({ length }, (_, i) => from + i);
    assert.ok(Math.abs(leastP(n, m) - enumeratedP(side(n, 0), side(m, 100))) < 1e-15, `${n} ${m}`);
  }
  assert.ok(Math.abs(leastP(10, 10) - 2 / 184756) < 1e-18);
});

Deno.test("mannWhitneyP() refuses empty sides and NaN", () => {
  assert.throws(() => mannWhitneyP([], [1]), /both sides must have numbers/);
  assert.throws(() => mannWhitneyP([1], [NaN]), RangeError);
});

Deno.test("pairsLeftOut() gives the critical values of the published table of U at 5%", () => {
  // The largest U that is significant, two-sided at 5%, plus one.
  for (const [n, m, critical] of [[5, 5, 2], [8, 8, 13], [10, 10, 23], [4, 4, 0]] as const) {
    assert.equal(pairsLeftOut(n, m, 0.95), critical + 1);
  }
  assert.equal(pairsLeftOut(3, 3, 0.95), 0);
});
