import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import {
  dualTotalCorrelationSchedule,
  finestDualTotalCorrelationSchedule,
  finestTotalCorrelationSchedule,
  totalCorrelationSchedule,
} from "./known_correlation.ts";

/** `lam` of the theorem: floor(log(L - zeta + 1) / log(1 / (1 - 1/zeta))) + 2. */
function stretch(length: number, zeta: number): number {
  return Math.floor(Math.log(length - zeta + 1) / Math.log(1 / (1 - 1 / zeta))) + 2;
}

const ceilDivide = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** Differences of the counts that are not 0. */
function sizesOf(counts: readonly bigint[]): number[] {
  return counts.slice(1).map((count, i) => Number(count - counts[i]!)).filter((size) => size !== 0);
}

/** Theorem 9 for a known TC, written out in integers. */
function fromTotalCorrelation(length: number, zeta: number): number[] {
  if (zeta >= length + 1) return new Array<number>(length).fill(1);
  const [l, z] = [BigInt(length), BigInt(zeta)];
  const counts = [0n];
  for (let i = 1; i <= stretch(length, zeta); i++) {
    const before = counts[i - 1]!;
    // floor(N + (L - N) / zeta) over the common denominator.
    counts.push((before * z + l - before) / z);
  }
  while (counts.at(-1)! < l) counts.push(counts.at(-1)! + 1n);
  return sizesOf(counts);
}

/** Theorem 9 for a known DTC: counts of masked tokens downward, then reversed. */
function fromDualTotalCorrelation(length: number, zeta: number): number[] {
  if (zeta >= length + 1) return new Array<number>(length).fill(1);
  const z = BigInt(zeta);
  const counts = [BigInt(length)];
  for (let i = 1; i <= stretch(length, zeta); i++) {
    counts.push(ceilDivide(counts[i - 1]! * (z - 1n), z));
  }
  while (counts.at(-1)! > 0n) counts.push(counts.at(-1)! - 1n);
  return sizesOf(counts.reverse());
}

Deno.test("the schedules of a known TC and DTC are those of a hand", () => {
  const by = (length: number, zeta: number): string =>
    totalCorrelationSchedule({ length, zeta }).join();
  // N = 0, floor(8/2), 4 + floor(4/2), 6 + floor(2/2), 7, then 8.
  strictEqual(by(8, 2), "4,2,1,1");
  // N = 0, 3, 3 + floor(7/3) = 5, 5 + floor(5/3) = 6, 6 + floor(4/3) = 7, 8, then 9, 10.
  strictEqual(by(10, 3), "3,2,1,1,1,1,1");
  strictEqual(by(1, 2), "1");
  strictEqual(by(2, 2), "1,1");
  strictEqual(by(3, 2), "1,1,1");
  strictEqual(by(5, 6), "1,1,1,1,1");
  // N' = 8, 4, 2, 1, then 0.
  strictEqual(dualTotalCorrelationSchedule({ length: 8, zeta: 2 }).join(), "1,1,2,4");
});

Deno.test("both schedules follow the theorem's recursion, step for step", () => {
  const compare = (length: number, zeta: number): void => {
    const options = { length, zeta };
    deepStrictEqual(
      [...totalCorrelationSchedule(options)],
      fromTotalCorrelation(length, zeta),
      JSON.stringify(options),
    );
    deepStrictEqual(
      [...dualTotalCorrelationSchedule(options)],
      fromDualTotalCorrelation(length, zeta),
      JSON.stringify(options),
    );
  };
  for (let length = 1; length <= 80; length++) {
    for (let zeta = 2; zeta <= length + 2; zeta++) compare(length, zeta);
  }
  for (const zeta of [2, 3, 10, 97, 1000, 4095, 4096, 4097]) compare(4096, zeta);
});

Deno.test("the number of steps is at most 2 + (1 + ln L) zeta", () => {
  for (const length of [1, 2, 3, 10, 64, 1000]) {
    for (let zeta = 2; zeta <= length + 2; zeta++) {
      const { length: steps } = totalCorrelationSchedule({ length, zeta });
      ok(steps <= 2 + (1 + Math.log(length)) * zeta, `${length} ${zeta} ${steps}`);
    }
  }
});

Deno.test("a length or zeta that is none is refused", () => {
  for (const schedule of [totalCorrelationSchedule, dualTotalCorrelationSchedule]) {
    for (const length of [0, 1.5, NaN, Infinity]) {
      throws(() => schedule({ length, zeta: 2 }), /length must be an integer of at least 1, got/);
    }
    for (const zeta of [1, 0, 2.5, NaN, Infinity]) {
      throws(() => schedule({ length: 4, zeta }), /zeta must be an integer of at least 2, got/);
    }
  }
});

Deno.test("the finest schedules of a known TC and DTC have the largest zeta of all that fit", () => {
  for (let length = 1; length <= 40; length++) {
    for (let steps = 1; steps <= length; steps++) {
      let fitting: readonly number[] | undefined;
      for (let zeta = 2; zeta <= length + 2; zeta++) {
        const sizes = totalCorrelationSchedule({ length, zeta });
        if (sizes.length <= steps) fitting = [...sizes];
      }
      const finest = finestTotalCorrelationSchedule({ length, steps });
      deepStrictEqual(finest && [...finest], fitting, `${length} ${steps}`);
      const mirror = finestDualTotalCorrelationSchedule({ length, steps });
      deepStrictEqual(mirror && [...mirror], fitting?.toReversed());
    }
  }
});

Deno.test("the finest schedule of a known TC is none where zeta = 2 takes too many steps", () => {
  // 4, 2, 1, 1 of 8 tokens.
  strictEqual(finestTotalCorrelationSchedule({ length: 8, steps: 3 }), undefined);
  strictEqual(finestTotalCorrelationSchedule({ length: 8, steps: 4 })?.join(), "4,2,1,1");
  throws(() => finestTotalCorrelationSchedule({ length: 8, steps: 9 }), /at most the length 8/);
});
