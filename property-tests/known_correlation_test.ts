import assert from "node:assert/strict";
import { dualTotalCorrelationSchedule, totalCorrelationSchedule } from "@unmask/schedules";
import { arbitraryCurve, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import {
  assertAtMost,
  dualTotalCorrelationOf,
  errorOf,
  totalCorrelationOf,
} from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** A curve, and the wanted error as a share of the correlation that is known. */
interface Wanted {
  readonly z: readonly number[];
  readonly share: number;
}

const wanted = fc.integer({ min: 1, max: 40 }).chain((length) =>
  fc.record({
    z: arbitraryCurve(length),
    share: fc.oneof(
      fc.integer({ min: 1, max: 2 * length }).map((parts) => 1 / parts),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
    ),
  })
);

type Known = (z: readonly number[]) => number;
type ZetaSchedule = (options: { length: number; zeta: number }) => readonly number[];

/** What a mutant changes in Theorem 9. */
interface Reading {
  readonly schedule: ZetaSchedule;
  /** What the schedule and the step count are built from. */
  readonly known: Known;
  /** `zeta` less this many. */
  readonly lessZeta?: number;
  /** The error that is promised, as a factor of eps. */
  readonly factor?: number;
  /** The step count that is promised. */
  readonly most?: (length: number, parts: number) => number;
}

/** Theorem 9: error at most eps, in at most `2 + (1 + ln L)(1 + ceil(C / eps))` steps. */
function assertTheorem9({ z, share }: Wanted, of: Known, reading: Reading): void {
  const { schedule, known, lessZeta = 0, factor = 1 } = reading;
  const most = reading.most ?? ((length, parts) => 2 + (1 + Math.log(length)) * (1 + parts));
  const eps = share * of(z);
  const parts = Math.ceil(known(z) / eps);
  // Independent tokens: any schedule has error 0, and zeta = 1 names none.
  if (!(of(z) > 0) || parts < 1) return;
  const sizes = schedule({ length: z.length, zeta: Math.max(2, 1 + parts - lessZeta) });
  assertAtMost(errorOf(z, sizes), factor * eps);
  assert.ok(sizes.length <= most(z.length, parts), `${sizes.length} steps`);
}

/** The schedule as it is printed, counted with exact integers. */
function printedSchedule({ length, zeta }: { length: number; zeta: number }): number[] {
  if (zeta >= length + 1) return new Array<number>(length).fill(1);
  const lam = Math.floor(Math.log(length - zeta + 1) / Math.log(1 / (1 - 1 / zeta))) + 2;
  const counts = [0];
  for (let i = 1; i <= lam; i++) {
    const before = counts[i - 1]!;
    counts.push(Number((BigInt(before) * BigInt(zeta) + BigInt(length - before)) / BigInt(zeta)));
  }
  while (counts[counts.length - 1]! < length) counts.push(counts[counts.length - 1]! + 1);
  return counts.slice(1).map((count, i) => count - counts[i]!).filter((size) => size > 0);
}

const totalReading: Reading = { schedule: totalCorrelationSchedule, known: totalCorrelationOf };

testTheorem<Wanted>({
  name: "Theorem 9: the schedule for a known TC reaches eps in its number of steps",
  arbitrary: wanted,
  regressions,
  statement: (value) => {
    assertTheorem9(value, totalCorrelationOf, totalReading);
    const options = { length: value.z.length, zeta: 1 + Math.ceil(1 / value.share) };
    assert.deepEqual([...totalCorrelationSchedule(options)], printedSchedule(options));
  },
  mutants: {
    "half of eps": (value) =>
      assertTheorem9(value, totalCorrelationOf, { ...totalReading, factor: 1 / 2 }),
    "zeta less two": (value) =>
      assertTheorem9(value, totalCorrelationOf, { ...totalReading, lessZeta: 2 }),
    "DTC for TC": (value) =>
      assertTheorem9(value, totalCorrelationOf, { ...totalReading, known: dualTotalCorrelationOf }),
    "a schedule read in masking order": (value) =>
      assertTheorem9(value, totalCorrelationOf, {
        ...totalReading,
        schedule: dualTotalCorrelationSchedule,
      }),
    "no logarithm in the step count": (value) =>
      assertTheorem9(value, totalCorrelationOf, {
        ...totalReading,
        most: (_length, parts) => 2 + parts,
      }),
  },
});

const dualReading: Reading = {
  schedule: dualTotalCorrelationSchedule,
  known: dualTotalCorrelationOf,
};

testTheorem<Wanted>({
  name: "Theorem 9: the schedule for a known DTC reaches eps in its number of steps",
  arbitrary: wanted,
  regressions,
  statement: (value) => {
    assertTheorem9(value, dualTotalCorrelationOf, dualReading);
    const options = { length: value.z.length, zeta: 1 + Math.ceil(1 / value.share) };
    assert.deepEqual([...dualTotalCorrelationSchedule(options)], printedDual(options));
  },
  mutants: {
    "half of eps": (value) =>
      assertTheorem9(value, dualTotalCorrelationOf, { ...dualReading, factor: 1 / 2 }),
    "zeta less two": (value) =>
      assertTheorem9(value, dualTotalCorrelationOf, { ...dualReading, lessZeta: 2 }),
    "TC for DTC": (value) =>
      assertTheorem9(value, dualTotalCorrelationOf, { ...dualReading, known: totalCorrelationOf }),
    "a schedule read in masking order": (value) =>
      assertTheorem9(value, dualTotalCorrelationOf, {
        ...dualReading,
        schedule: totalCorrelationSchedule,
      }),
    "no logarithm in the step count": (value) =>
      assertTheorem9(value, dualTotalCorrelationOf, {
        ...dualReading,
        most: (_length, parts) => 2 + parts,
      }),
  },
});

/** `N'_i = ceil(N'_{i-1} (1 - 1/zeta))`, then one by one to 0, reversed. */
function printedDual({ length, zeta }: { length: number; zeta: number }): number[] {
  if (zeta >= length + 1) return new Array<number>(length).fill(1);
  const lam = Math.floor(Math.log(length - zeta + 1) / Math.log(1 / (1 - 1 / zeta))) + 2;
  const counts = [length];
  for (let i = 1; i <= lam; i++) {
    const before = BigInt(counts[i - 1]!);
    const wide = BigInt(zeta);
    counts.push(Number((before * (wide - 1n) + wide - 1n) / wide));
  }
  while (counts[counts.length - 1]! > 0) counts.push(counts[counts.length - 1]! - 1);
  return counts.slice(1).map((count, i) => counts[i]! - count).filter((size) => size > 0)
    .reverse();
}
