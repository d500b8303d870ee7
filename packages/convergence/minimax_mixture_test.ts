import { ok, strictEqual, throws } from "node:assert/strict";
import { assertClose, compositions, matrixGame } from "@unmask/testing";
import { certified, gameLowerBound, minimaxMixture } from "./minimax_mixture.ts";
import { minimaxSchedule } from "./minimax_schedule.ts";
import { worstRatio } from "./worst_ratio.ts";
import { yardstickOf, yardsticks } from "./yardstick.ts";

interface Reference {
  readonly length: number;
  readonly steps: number;
  readonly yardstick: string;
  readonly deterministic: number;
  readonly randomised: number;
}

async function references(): Promise<readonly Reference[]> {
  const url = new URL("./testdata/minimax.json", import.meta.url);
  return JSON.parse(await Deno.readTextFile(url)).cases;
}

/** Values are below 2 and sums of at most 16 terms: a few last bits. */
const rounding = { absolute: 1e-14 };

Deno.test("minimaxMixture() and minimaxSchedule() have every value of the reference", async () => {
  const cases = await references();
  strictEqual(cases.length, 12);
  for (const { length, steps, yardstick: key, deterministic, randomised } of cases) {
    const options = { length, steps, yardstick: yardstickOf(key) };
    assertClose(minimaxMixture(options).value, randomised, rounding);
    assertClose(minimaxMixture(options).lowerBound, randomised, rounding);
    strictEqual(minimaxSchedule(options).value, deterministic);
  }
});

/** Error of a schedule on each step, `N_{t+1} - k` between its counts; shifted for a mutant. */
function payoffs(
  sizes: readonly number[],
  { key, shift = 0 }: { key: string; shift?: number },
): number[] {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  return Array.from({ length: length - 1 }, (_, i) => {
    const k = i + 1;
    let end = 0;
    for (const size of sizes) {
      end += size;
      const start = end - size;
      if (start < k + shift && k + shift < end) {
        return (end - k - shift) / { tc: length - k, dtc: k, mi: length }[key]!;
      }
    }
    return 0;
  });
}

function gameValue(
  length: number,
  steps: number,
  options: { key: string; shift?: number },
): number {
  const rows = [...compositions(length)]
    .filter((sizes) => sizes.length === steps)
    .map((sizes) => payoffs(sizes, options));
  return matrixGame(rows).value;
}

Deno.test("minimaxMixture() has the value of the matrix game of all compositions", () => {
  for (const { key } of yardsticks) {
    for (let length = 2; length <= 8; length++) {
      for (let steps = 1; steps < length; steps++) {
        const { value } = minimaxMixture({ length, steps, yardstick: yardstickOf(key) });
        // A tableau of up to 35 rows and 7 constraints loses a few digits.
        assertClose(value, gameValue(length, steps, { key }), { relative: 1e-11 });
      }
    }
  }
});

Deno.test("the game with its steps shifted by one has another value", () => {
  const { value } = minimaxMixture({ length: 7, steps: 3, yardstick: yardstickOf("tc") });
  ok(Math.abs(value - gameValue(7, 3, { key: "tc", shift: 1 })) > 0.01);
});

Deno.test("minimaxMixture() closes the gap, never exceeds one schedule, and falls with the steps", () => {
  for (const { key } of yardsticks) {
    for (const length of [1, 2, 3, 24, 57]) {
      let previous = Infinity;
      for (let steps = 1; steps <= length; steps++) {
        const options = { length, steps, yardstick: yardstickOf(key) };
        const { value, lowerBound, schedules, weights } = minimaxMixture(options);
        ok(lowerBound <= value);
        // Small values are left over from probabilities near 1, each rounded.
        assertClose(lowerBound, value, { relative: 1e-12, absolute: 1e-14 });
        // Where one schedule is best, both are the same number up to rounding.
        ok(value <= minimaxSchedule(options).value + 1e-14);
        ok(value <= previous && (value > 0) === (steps < length));
        previous = value;
        ok(schedules.every(({ sizes, weight }) => sizes.length === steps && weight > 0));
        ok(schedules.length <= length && weights.length === length);
      }
    }
  }
});

Deno.test("minimaxMixture() of 1,024 tokens in 32 steps is certified to nine digits", () => {
  for (const yardstick of yardsticks) {
    const { value, lowerBound } = minimaxMixture({ length: 1024, steps: 32, yardstick });
    assertClose(lowerBound, value, { relative: 1e-9 });
  }
});

Deno.test("a mixture with perturbed weights is not certified, nor are perturbed weights of steps", () => {
  for (const yardstick of yardsticks) {
    const options = { length: 24, steps: 5, yardstick };
    const { value, lowerBound, schedules, weights } = minimaxMixture(options);
    const [first, second, ...rest] = schedules;
    const moved = first!.weight / 2;
    const perturbed = worstRatio([
      { ...first!, weight: first!.weight - moved },
      { ...second!, weight: second!.weight + moved },
      ...rest,
    ], { yardstick });
    ok(perturbed.value > lowerBound + 1e-4);
    const steps = weights.with(4, 2 * weights[4]!);
    ok(gameLowerBound(steps, options) < value - 1e-4);
  }
});

Deno.test("minimaxMixture() refuses what has no schedule, and more sizes than it may return", () => {
  const yardstick = yardstickOf("mi");
  throws(() => minimaxMixture({ length: 3, steps: 4, yardstick }), /at most the length 3, got 4/);
  throws(() => minimaxMixture({ length: 3, steps: 0, yardstick }), /at least 1, got 0/);
  throws(
    () => minimaxMixture({ length: 4096, steps: 2048, yardstick }),
    /length times steps must be at most 4194304, got 4096 x 2048/,
  );
  throws(
    () => minimaxMixture({ length: 65537, steps: 2, yardstick }),
    /length must be at most 65536, got 65537/,
  );
});

Deno.test("gameLowerBound() refuses weights that are none, and is 0 where nothing is weighed", () => {
  const options = { steps: 2, yardstick: yardstickOf("tc") };
  for (const weight of [-1, NaN, Infinity]) {
    throws(() => gameLowerBound(Float64Array.of(0, weight, 1), options), /every weight must be/);
  }
  strictEqual(gameLowerBound(new Float64Array(4), options), 0);
});

Deno.test("certified() leaves a gap where the mixture or the law is not the best", () => {
  const yardstick = yardstickOf("tc");
  const options = { steps: 6, yardstick };
  const best = minimaxMixture({ length: 40, ...options });
  ok(best.value - best.lowerBound <= 1e-12);
  // One schedule for all: its worst ratio is that of the best single one at least.
  const single = certified({ ...best, schedules: [{ ...best.schedules[0]!, weight: 1 }] }, options);
  ok(single.value >= minimaxSchedule({ length: 40, ...options }).value);
  ok(single.value > 1.5 * best.value);
  assertClose(single.lowerBound, best.lowerBound, rounding);
  // Even weights: some schedule does better against them.
  const even = certified({ ...best, weights: new Float64Array(40).fill(1) }, options);
  assertClose(even.value, best.value, rounding);
  ok(even.lowerBound < 0.9 * best.lowerBound);
});
