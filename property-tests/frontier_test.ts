import assert from "node:assert/strict";
import { fewestSteps, frontier, frontierCorners } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { arbitraryCurveCase, compositions, type CurveCase, testTheorem } from "@unmask/testing";
import { assertAtMost, errorOf } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

const curves = arbitraryCurveCase({ most: 9 });

/** Least error over all compositions of each number of steps, from 1 on. */
function leastErrors({ tokenMutualInformation: z }: CurveCase): number[] {
  const least = new Array<number>(z.length).fill(Infinity);
  for (const sizes of compositions(z.length)) {
    least[sizes.length - 1] = Math.min(least[sizes.length - 1]!, errorOf(z, sizes));
  }
  return least;
}

function assertConvex(errors: readonly number[]): void {
  for (let t = 1; t + 1 < errors.length; t++) {
    assertAtMost(2 * errors[t]!, errors[t - 1]! + errors[t + 1]!);
  }
}

function balanced(length: number, steps: number): number[] {
  return Array.from(
    { length: steps },
    (_, t) => Math.floor((t + 1) * length / steps) - Math.floor(t * length / steps),
  );
}

testTheorem<CurveCase>({
  name: "the least path error is convex in the number of steps",
  arbitrary: curves,
  regressions,
  statement: (value) => assertConvex(leastErrors(value)),
  mutants: {
    "that of balanced sizes": ({ tokenMutualInformation: z }) =>
      assertConvex(z.map((_, t) => errorOf(z, balanced(z.length, t + 1)))),
    "its square root": (value) => assertConvex(leastErrors(value).map(Math.sqrt).map(Math.sqrt)),
    "the greatest": ({ tokenMutualInformation: z }) => {
      const greatest = new Array<number>(z.length).fill(0);
      for (const sizes of compositions(z.length)) {
        const t = sizes.length - 1;
        greatest[t] = Math.max(greatest[t]!, errorOf(z, sizes));
      }
      assertConvex(greatest);
    },
  },
});

function curveOf({ tokenMutualInformation: z }: CurveCase): Parameters<typeof frontier>[0] {
  return curveFromTokenMutualInformation(z.at(-1)!, z);
}

function assertFrontier(value: CurveCase, errorAt: (steps: number) => number): void {
  leastErrors(value).forEach((least, t) => {
    assertAtMost(least, errorAt(t + 1));
    assertAtMost(errorAt(t + 1), least);
  });
}

testTheorem<CurveCase>({
  name: "the frontier has the least error of all compositions, corners and what lies between them",
  arbitrary: curves,
  regressions,
  statement: (value) => {
    const points = frontier(curveOf(value));
    assertFrontier(value, (steps) => points[steps - 1]!.pathError);
  },
  mutants: {
    "corners alone, each kept until the next": (value) => {
      const { points } = frontierCorners(curveOf(value));
      assertFrontier(value, (steps) => points.findLast((point) => point.steps <= steps)!.pathError);
    },
    "the chord between the ends": (value) => {
      const points = frontier(curveOf(value));
      const share = (steps: number): number => (steps - 1) / Math.max(1, points.length - 1);
      assertFrontier(value, (steps) => (1 - share(steps)) * points[0]!.pathError);
    },
  },
});

function assertFewest(value: CurveCase, stepsWithin: (error: number) => number): void {
  const least = leastErrors(value);
  // Budgets between the least errors: on them the rounding of a sum decides.
  const budgets = least.slice(1).map((error, t) => (error + least[t]!) / 2);
  for (const budget of [...budgets, least[0]! + 1]) {
    const steps = stepsWithin(budget);
    assertAtMost(least[steps - 1]!, budget);
    if (steps > 1) assert.ok(least[steps - 2]! > budget - 1e-12, `${steps - 1} steps are enough`);
  }
}

testTheorem<CurveCase>({
  name: "the fewest steps for an error keep it, and one step fewer does not",
  arbitrary: curves,
  regressions,
  statement: (value) =>
    assertFewest(value, (error) => fewestSteps(curveOf(value), { error }).sizes.length),
  mutants: {
    "one step more": (value) =>
      assertFewest(value, (error) =>
        Math.min(
          value.tokenMutualInformation.length,
          fewestSteps(curveOf(value), { error }).sizes.length + 1,
        )),
    "one step fewer": (value) =>
      assertFewest(
        value,
        (error) => Math.max(1, fewestSteps(curveOf(value), { error }).sizes.length - 1),
      ),
  },
});
