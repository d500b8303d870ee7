import assert from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { mannWhitneyP } from "./mann_whitney.ts";
import { timeRatio } from "./time_ratio.ts";

const powers = (...exponents: number[]): number[] => exponents.map((exponent) => 2 ** exponent);

function assertRatio(
  found: { ratio: number; interval: readonly [number, number] },
  ratio: number,
  [low, high]: readonly [number, number],
): void {
  // Logarithms and back: a few roundings.
  for (
    const [a, b] of [[found.ratio, ratio], [found.interval[0], low], [found.interval[1], high]]
  ) {
    assert.ok(Math.abs(a! / b! - 1) < 1e-13, `${a} is not ${b}`);
  }
}

Deno.test("timeRatio() is the median of all ratios, and of few times reaches over all of them", () => {
  assertRatio(timeRatio([3], [6]), 2, [2, 2]);
  // 2/1, 2/2, 8/1, 8/2: the two in the middle are 2 and 4.
  assertRatio(timeRatio([1, 2], [2, 8]), Math.sqrt(8), [1, 8]);
  // 5/1, 5/2, 5/4
  assertRatio(timeRatio([1, 2, 4], [5]), 2.5, [1.25, 5]);
});

Deno.test("timeRatio() of five and five leaves out two ratios at each end", () => {
  // Exponents differ by 6 to 14, by 6 once, by 7 twice, ..: the third is 7, the middle one 10. The
  // published critical value of U at 5% is 2, so the third ratio is the first that is not refused.
  const [before, after] = [powers(0, 1, 2, 3, 4), powers(10, 11, 12, 13, 14)];
  assertRatio(timeRatio(before, after), 2 ** 10, [2 ** 7, 2 ** 13]);
  assertRatio(timeRatio(after, before), 2 ** -10, [2 ** -13, 2 ** -7]);
  // One process that hung leaves the middle where it is; of its ratios 2^36 to 2^40 two are left out.
  assertRatio(timeRatio(before, [...after.slice(0, 4), 2 ** 40]), 2 ** 10, [2 ** 7, 2 ** 38]);
});

Deno.test("the interval holds the ratios that the Mann-Whitney test at 5% does not refuse", () => {
  const before = [100, 103, 98, 107, 101];
  const after = [118, 125, 111, 120, 131, 115];
  const { interval: [low, high] } = timeRatio(before, after);
  const p = (ratio: number): number => mannWhitneyP(before.map((time) => time * ratio), after);
  assert.ok(p(low * 1.0001) > 0.05 && p(high / 1.0001) > 0.05);
  assert.ok(p(low / 1.0001) <= 0.05 && p(high * 1.0001) <= 0.05);
});

/** In how many of 4000 cases of five and five times an interval holds the factor between their laws. */
function held(
  intervalOf: (before: number[], after: number[]) => readonly [number, number],
): number {
  const stream = streamFamily({ seed: 20261130, cell: "time ratio", purpose: "times" }).at(0);
  const factor = 1.3;
  let count = 0;
  for (let i = 0; i < 4000; i++) {
    const draws = Array.from(drawNormals(10, stream), (z) => Math.exp(0.1 * z));
    const after = draws.slice(5).map((time) => factor * time);
    const [low, high] = intervalOf(draws.slice(0, 5), after);
    if (low <= factor && factor <= high) count++;
  }
  return count;
}

Deno.test("the interval of five and five holds the truth in 244 of 252 cases, and a narrower one does not", () => {
  // P(U <= 2) = 4/252 at each end for any law without ties. Four standard deviations: a false alarm in
  // sixteen thousand.
  const share = 244 / 252;
  const [mean, deviation] = [4000 * share, Math.sqrt(4000 * share * (1 - share))];
  const holds = (count: number): boolean => Math.abs(count - mean) <= 4 * deviation;
  const found = held((before, after) => timeRatio(before, after).interval);
  assert.ok(holds(found), `${found}`);
  // One ratio fewer at each end: 238 of 252.
  const narrow = held((before, after) => {
    const ratios = after.flatMap((late) => before.map((early) => late / early));
    ratios.sort((a, b) => a - b);
    return [ratios[3]!, ratios.at(-4)!];
  });
  assert.ok(!holds(narrow), `${narrow}`);
});

Deno.test("timeRatio() refuses empty sides and times that are not positive and finite", () => {
  for (const bad of [[], [0], [-1], [NaN], [Infinity]]) {
    assert.throws(() => timeRatio(bad, [1]), /Cannot compare times: they must be positive/);
    assert.throws(() => timeRatio([1], bad), RangeError);
  }
});
