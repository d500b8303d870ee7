import { ok, strictEqual, throws } from "node:assert/strict";
import { compositions } from "@unmask/testing";
import { MINIMAX_LENGTH_LIMIT, minimaxSchedule } from "./minimax_schedule.ts";
import { yardstickOf, yardsticks } from "./yardstick.ts";

/** TC, DTC and MI of the step `1[j > k]`, apart from the code under test. */
const measures = {
  tc: (length: number, k: number) => length - k,
  dtc: (_: number, k: number) => k,
  mi: (length: number) => length,
};

/** Error on the step `1[j > k]` by its definition, `sum_t sum_j Z_{N_t + j} - Z_{N_t + 1}`. */
function stepError(sizes: readonly number[], k: number): number {
  let error = 0;
  let revealed = 0;
  for (const size of sizes) {
    for (let j = 1; j <= size; j++) error += Number(revealed + j > k) - Number(revealed + 1 > k);
    revealed += size;
  }
  return error;
}

/** The worst ratio of one schedule over all steps. */
function worst(
  sizes: readonly number[],
  options: { key: keyof typeof measures; shift?: number; serial?: boolean },
): number {
  const { key, shift = 0, serial = false } = options;
  const length = sizes.reduce((sum, size) => sum + size, 0);
  let ratio = 0;
  for (let k = 1; k < length; k++) {
    const error = serial ? 0 : stepError(sizes, k + shift);
    ratio = Math.max(ratio, error / measures[key](length, k));
  }
  return ratio;
}

const keys = ["tc", "dtc", "mi"] as const;

/** The least worst ratio over all compositions, for each number of steps. */
function bruteForce(
  length: number,
  options: Parameters<typeof worst>[1],
): number[] {
  const least = new Array<number>(length).fill(Infinity);
  for (const sizes of compositions(length)) {
    const t = sizes.length - 1;
    least[t] = Math.min(least[t]!, worst(sizes, options));
  }
  return least;
}

/** How many of the values up to a length brute force disagrees with. */
function disagreements(most: number, mutant: { shift?: number; serial?: boolean } = {}): number {
  let count = 0;
  for (const key of keys) {
    for (let length = 1; length <= most; length++) {
      bruteForce(length, { key, ...mutant }).forEach((least, t) => {
        const { value } = minimaxSchedule({ length, steps: t + 1, yardstick: yardstickOf(key) });
        if (value !== least) count++;
      });
    }
  }
  return count;
}

Deno.test("minimaxSchedule() has exactly the least ratio of all compositions, up to 14 tokens", () => {
  strictEqual(disagreements(14), 0);
});

Deno.test("brute force refutes a minimax schedule of shifted steps and of a serial fill", () => {
  ok(disagreements(6, { shift: 1 }) > 0);
  ok(disagreements(6, { shift: -1 }) > 0);
  ok(disagreements(6, { serial: true }) > 0);
});

Deno.test("minimaxSchedule() attains its value in exactly the steps asked for", () => {
  for (const { key } of yardsticks) {
    for (const length of [1, 2, 7, 30, 61]) {
      for (let steps = 1; steps <= length; steps++) {
        const plan = minimaxSchedule({ length, steps, yardstick: yardstickOf(key) });
        strictEqual(plan.sizes.length, steps);
        strictEqual(worst(plan.sizes, { key }), plan.value);
        strictEqual(plan.numerator / plan.denominator, plan.value);
      }
    }
  }
});

Deno.test("minimaxSchedule() for MI has the value of uniform sizes, (ceil(L/T) - 1) / L", () => {
  for (const length of [1, 5, 64, 1000, 12345]) {
    for (const steps of [1, 2, 3, 7, length].filter((steps) => steps <= length)) {
      const { value } = minimaxSchedule({ length, steps, yardstick: yardstickOf("mi") });
      strictEqual(value, (Math.ceil(length / steps) - 1) / length);
    }
  }
});

Deno.test("minimaxSchedule() is TC at one step, L - 1 DTCs, and 0 at L steps; more steps never hurt", () => {
  for (const { key } of yardsticks) {
    const length = 200;
    let previous = Infinity;
    for (let steps = 1; steps <= length; steps++) {
      const { value } = minimaxSchedule({ length, steps, yardstick: yardstickOf(key) });
      if (steps === 1) strictEqual(value, { tc: 1, dtc: 199, mi: 199 / 200 }[key]);
      ok(value <= previous && (value > 0) === (steps < length));
      previous = value;
    }
  }
});

Deno.test("minimaxSchedule() is exact for long sequences: no ratio of counts lies below it", () => {
  // Greedy sets with (s - 1) q < p D(N + 1) in big integers, which the search does not use.
  for (const { key, onStep } of yardsticks) {
    const [length, steps] = [1_000_003, 317];
    const plan = minimaxSchedule({ length, steps, yardstick: yardstickOf(key) });
    const [p, q] = [BigInt(plan.numerator), BigInt(plan.denominator)];
    let revealed = 0;
    for (let t = 0; t < steps && revealed < length; t++) {
      const measure = revealed + 1 < length ? onStep({ length, dimension: revealed + 1 }) : 1;
      const most = Number((p * BigInt(measure) - 1n) / q);
      revealed += Math.min(length - revealed, 1 + Math.max(0, most));
    }
    ok(revealed < length);
  }
});

Deno.test("minimaxSchedule() refuses lengths and steps that are none", () => {
  const yardstick = yardstickOf("tc");
  const refusals: readonly [number, number, RegExp][] = [
    [0, 1, /length must be an integer of at least 1, got 0/],
    [NaN, 1, /length must be an integer of at least 1, got NaN/],
    [2.5, 1, /got 2\.5/],
    [MINIMAX_LENGTH_LIMIT + 1, 1, /length must be at most 1048576, got 1048577/],
    [4, 0, /steps must be an integer of at least 1, got 0/],
    [4, NaN, /steps must be an integer of at least 1, got NaN/],
    [4, 1.5, /got 1\.5/],
    [4, 5, /steps must be at most the length 4, got 5/],
  ];
  for (const [length, steps, message] of refusals) {
    throws(() => minimaxSchedule({ length, steps, yardstick }), { name: "RangeError", message });
  }
});
