import { minimaxMixture, minimaxSchedule, yardsticks } from "@unmask/convergence";
import { arbitraryCase, arbitraryCurveCase, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import {
  assertAtMost,
  dualTotalCorrelationOf,
  errorOf,
  type LawOrCurve,
  tokenMutualInformation,
  totalCorrelationOf,
} from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** The measure of each yardstick, apart from the code under test. */
const measureOf = {
  tc: totalCorrelationOf,
  dtc: dualTotalCorrelationOf,
  mi: (z: readonly number[]): number => z.length * z[z.length - 1]!,
};

type Key = keyof typeof measureOf;

/** What a mutant changes. */
interface Reading {
  /** The value, as a factor of itself. */
  readonly factor?: number;
  /** The value for this many more steps. */
  readonly ahead?: number;
  /** The schedules read in masking order. */
  readonly reversed?: boolean;
  /** The measure that the value is held against. */
  readonly measure?: (key: Key) => Key;
  /** The heaviest schedule in place of the mixture. */
  readonly heaviest?: boolean;
}

/** Mean path error at most `value` times the measure, in as many steps as the case has sizes. */
function assertValue(
  value: LawOrCurve,
  { randomised, ...reading }: Reading & { randomised: boolean },
): void {
  const z = tokenMutualInformation(value);
  const { factor = 1, ahead = 0, reversed = false, measure = (key) => key } = reading;
  const length = z.length;
  const steps = value.sizes.length;
  for (const yardstick of yardsticks) {
    const plan = (steps: number): ReturnType<typeof oneSchedule> =>
      (randomised ? minimaxMixture : oneSchedule)({ length, steps, yardstick });
    const { schedules } = plan(steps);
    const run = reading.heaviest
      ? [{ ...schedules.toSorted((a, b) => b.weight - a.weight)[0]!, weight: 1 }]
      : schedules;
    const error = run.reduce(
      (sum, { weight, sizes }) => sum + weight * errorOf(z, reversed ? sizes.toReversed() : sizes),
      0,
    );
    const ratio = factor * plan(Math.min(length, steps + ahead)).value;
    assertAtMost(error, ratio * measureOf[measure(yardstick.key)](z));
  }
}

function oneSchedule(
  options: Parameters<typeof minimaxMixture>[0],
): Pick<ReturnType<typeof minimaxMixture>, "value" | "schedules"> {
  const { value, sizes } = minimaxSchedule(options);
  return { value, schedules: [{ weight: 1, sizes }] };
}

const arbitrary = fc.oneof(arbitraryCase(), arbitraryCurveCase({ most: 16 }));
const swapped = { tc: "dtc", dtc: "tc", mi: "mi" } as const;

testTheorem<LawOrCurve>({
  name: "the minimax schedule errs by at most its value times TC, DTC or MI",
  arbitrary,
  regressions,
  statement: (value) => assertValue(value, { randomised: false }),
  mutants: {
    "nine tenths of the value": (value) => assertValue(value, { randomised: false, factor: 0.9 }),
    "the value of one more step": (value) => assertValue(value, { randomised: false, ahead: 1 }),
    "a schedule read in masking order": (value) =>
      assertValue(value, { randomised: false, reversed: true }),
    "TC for DTC": (value) =>
      assertValue(value, { randomised: false, measure: (key) => swapped[key] }),
  },
});

testTheorem<LawOrCurve>({
  name: "the minimax mixture errs on average by at most its value times TC, DTC or MI",
  arbitrary,
  regressions,
  statement: (value) => assertValue(value, { randomised: true }),
  mutants: {
    "nine tenths of the value": (value) => assertValue(value, { randomised: true, factor: 0.9 }),
    "the value of one more step": (value) => assertValue(value, { randomised: true, ahead: 1 }),
    "a schedule read in masking order": (value) =>
      assertValue(value, { randomised: true, reversed: true }),
    "its heaviest schedule alone": (value) =>
      assertValue(value, { randomised: true, heaviest: true }),
  },
});
