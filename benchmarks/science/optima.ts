import {
  continuumSchedule,
  fewestSteps,
  layeredProgram,
  optimalSchedule,
  pathError,
} from "@unmask/convergence";
import { curveMeasures, type InformationCurve } from "@unmask/information";
import { buildSource, type ReferenceCase, referenceCases } from "@unmask/testing";
import { balancedError } from "../naive/straight_curve.ts";
import type { ExpectedFigure, ScienceBenchmark, ScienceFigure } from "../science_benchmark.ts";
import { powersOfTwoBelow, type StandardLaw, standardLaws } from "../standard_laws.ts";

/** Error budgets, as shares of the total correlation: what one shot costs. */
const BUDGETS = [0.1, 0.01] as const;

/** Optimal schedules: errors, what a further step saves, steps for a budget. */
export const science: ScienceBenchmark = {
  name: "optima",
  title: "least path errors, what one more step saves, steps for a budget",
  async figures(): Promise<readonly ScienceFigure[]> {
    const cases = await referenceCases();
    return [
      ...cases.flatMap(knownOptima),
      ...standardLaws().filter(({ curve }) => dependent(curve)).flatMap(optimaOf),
    ];
  },
};

function dependent(curve: InformationCurve): boolean {
  return curveMeasures(curve).totalCorrelation > 0;
}

function knownOptima({ name, source, optimal }: ReferenceCase): ScienceFigure[] {
  const curve = buildSource(source).informationCurve();
  return optimal.map(({ steps, pathError: digits }): ScienceFigure => ({
    label: `${name}, T=${steps}: least error`,
    value: optimalSchedule(curve, { steps }).pathError,
    unit: "nats",
    expected: {
      value: Number(digits),
      relative: 1e-12,
      absolute: 1e-14,
      from: "all compositions in 50 digits",
    },
  }));
}

function optimaOf(law: StandardLaw): ScienceFigure[] {
  const { name, length, curve } = law;
  const judge = judgeOf(law);
  const numbers = powersOfTwoBelow(length);
  const errors = numbers.map((steps): ScienceFigure => ({
    label: `${name}, T=${steps}: least error`,
    value: optimalSchedule(curve, { steps }).pathError,
    unit: "nats",
    expected: judge(steps),
  }));
  const middle = numbers[numbers.length >> 1]!;
  return [
    ...errors,
    oneMoreStep(law, { steps: middle, judge }),
    ...continuumRatio(law, middle),
    ...BUDGETS.map((share) => stepsFor(law, { share, judge })),
  ];
}

/** The least error by another program: one line for the straight curve, else layer by layer. */
function judgeOf({ name, length, curve }: StandardLaw): (steps: number) => ExpectedFigure {
  // Sums of up to a thousand terms, in two orders.
  const rounding = { relative: 1e-12, absolute: 1e-14 * curve.conditionalEntropies[0]! };
  if (name.startsWith("straight curve")) {
    return (steps) => ({ value: balancedError(length, steps), ...rounding, from: "one line" });
  }
  const program = layeredProgram(curve, { maximumSteps: length });
  return (steps) => ({
    value: pathError(curve, program.schedule(steps)),
    ...rounding,
    from: "the layered program",
  });
}

function oneMoreStep(
  { name, curve }: StandardLaw,
  { steps, judge }: { steps: number; judge: (steps: number) => ExpectedFigure },
): ScienceFigure {
  const least = (count: number): number => optimalSchedule(curve, { steps: count }).pathError;
  return {
    label: `${name}, T=${steps}: saved by one more step`,
    value: least(steps) - least(steps + 1),
    unit: "nats",
    expected: {
      value: judge(steps).value - judge(steps + 1).value,
      relative: 1e-9,
      absolute: 1e-12,
      from: judge(steps).from,
    },
  };
}

/** The continuum limit can only be worse; nothing where the least error is 0. */
function continuumRatio({ name, curve }: StandardLaw, steps: number): ScienceFigure[] {
  const least = optimalSchedule(curve, { steps }).pathError;
  if (least === 0) return [];
  return [{
    label: `${name}, T=${steps}: continuum schedule over least error`,
    value: continuumSchedule(curve, { steps }).pathError / least,
    unit: "ratio",
    atLeast: 1 - 1e-12,
  }];
}

function stepsFor(
  { name, length, curve }: StandardLaw,
  { share, judge }: { share: number; judge: (steps: number) => ExpectedFigure },
): ScienceFigure {
  const error = share * curveMeasures(curve).totalCorrelation;
  // The least error falls with the steps, so halving finds the first that meets the budget.
  let short = 0;
  let enough = length;
  while (enough - short > 1) {
    const middle = (short + enough) >> 1;
    if (judge(middle).value <= error) enough = middle;
    else short = middle;
  }
  return {
    label: `${name}: steps for ${100 * share}% of one shot's error`,
    value: fewestSteps(curve, { error }).sizes.length,
    unit: "steps",
    expected: { value: enough, from: judge(1).from },
  };
}
