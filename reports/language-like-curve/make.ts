import { fewestSteps, optimalSchedule, pathError } from "@unmask/convergence";
import { curveFromTokenMutualInformation, type InformationCurve } from "@unmask/information";
import { cosine, type MaskSizes, uniform } from "@unmask/schedules";
import { max, min } from "simple-statistics";
import type { Cell, ClaimMaker, Judgement } from "../claim_maker.ts";
import { powersOfTwo } from "../powers_of_two.ts";
import { languageLikeFigure } from "./figure.ts";
import {
  exponents,
  LENGTH,
  type Result,
  scales,
  type Schedule,
  schedules,
  shown,
  UNIFORM_STEPS,
} from "./result.ts";

/** Entropy of a token given nothing, in nats: a vocabulary of thousands, unevenly used. */
const FIRST = 7;

/** Entropy of a token given a context without end, in nats. */
const LAST = 2;

/** What an optimal schedule saves on curves with a steep start and a long flat tail. */
export const languageLikeCurve: ClaimMaker<Result> = {
  key: "language-like-curve",
  seed: null,
  columns: [
    { key: "kind", label: "Row" },
    { key: "exponent", label: "Exponent a" },
    { key: "scale", label: "Scale c", unit: "tokens" },
    { key: "schedule", label: "Schedule" },
    { key: "at", label: "Steps, or revealed" },
    { key: "nats", label: "Path error, or f(k)", unit: "nats" },
  ],
  cells: [
    ...scales.map((scale): Cell<Result> => ({
      label: `steps at c = ${scale}`,
      results: () => exponents.flatMap((exponent) => stepsTo({ exponent, scale })),
    })),
    { label: "errors", results: () => errors(shown) },
    {
      label: "curves",
      results: () => [4, 16, 64, 1024].flatMap((scale) => curvePoints({ exponent: 0.5, scale })),
    },
  ],

  judge(rows): Judgement {
    const steps = (schedule: Schedule, keep: (scale: number) => boolean): number[] =>
      rows.filter((row) => row.kind === "steps" && row.schedule === schedule && keep(row.scale))
        .map(({ at }) => at);
    const optimal = steps("optimal", () => true);
    const overOptimal = steps("cosine", () => true).map((at, i) => at / optimal[i]!);
    const statistics = {
      mostStepsWhereSteep: max(steps("optimal", (scale) => scale === 4)),
      leastSteps: min(optimal),
      mostStepsToScale64: max(steps("optimal", (scale) => scale <= 64)),
      leastStepsWhereStraight: min(steps("optimal", (scale) => scale === LENGTH)),
      leastCosineWhereStraight: min(steps("cosine", (scale) => scale === LENGTH)),
      leastCosineOverOptimal: min(overOptimal),
      mostCosineOverOptimal: max(overOptimal),
    };
    const holds = statistics.mostStepsWhereSteep <= 30 && statistics.leastSteps <= 10 &&
      statistics.mostStepsToScale64 <= 53 && statistics.leastStepsWhereStraight >= 60 &&
      statistics.leastCosineWhereStraight >= 67 && statistics.leastCosineOverOptimal >= 1.02 &&
      statistics.mostCosineOverOptimal <= 1.6;
    return {
      verdict: holds ? "holds" : "refuted",
      evidence: `the error of ${UNIFORM_STEPS} uniform steps in ${statistics.leastSteps} to ` +
        `${statistics.mostStepsWhereSteep} optimal steps at c = 4, at most ` +
        `${statistics.mostStepsToScale64} up to c = 64, at least ` +
        `${statistics.leastStepsWhereStraight} at c = ${LENGTH}; cosine takes ` +
        `${statistics.leastCosineOverOptimal.toFixed(2)} to ` +
        `${statistics.mostCosineOverOptimal.toFixed(2)} times the optimal steps`,
      statistics,
    };
  },

  figure: languageLikeFigure,
};

type Shape = { readonly exponent: number; readonly scale: number };

/** `f(k) = 2 + 5 (1 + k/c)^(-a)`, from the mutual informations, which keep their digits. */
function curveOf({ exponent, scale }: Shape): InformationCurve {
  return curveFromTokenMutualInformation(
    FIRST,
    Float64Array.from(
      { length: LENGTH },
      // Adding 0 keeps Z_1 from being -0.
      (_, k) => 0 + (LAST - FIRST) * Math.expm1(-exponent * Math.log1p(k / scale)),
    ),
  );
}

function sizesOf(schedule: Schedule, curve: InformationCurve, steps: number): MaskSizes {
  const options = { length: LENGTH, steps };
  return schedule === "uniform"
    ? uniform.sizes(options)
    : schedule === "cosine"
    ? cosine.sizes(options)
    : optimalSchedule(curve, options).sizes;
}

/** The fewest steps in which each schedule has at most the error of the uniform steps. */
function stepsTo(shape: Shape): Result[] {
  const curve = curveOf(shape);
  const target = pathError(curve, sizesOf("uniform", curve, UNIFORM_STEPS));
  // Scanned, for the errors of a rounded family need not fall at every step.
  let steps = 1;
  while (!(pathError(curve, sizesOf("cosine", curve, steps)) <= target)) steps++;
  const found = {
    uniform: UNIFORM_STEPS,
    cosine: steps,
    optimal: fewestSteps(curve, { error: target }).sizes.length,
  };
  return schedules.map((schedule) => ({
    kind: "steps",
    ...shape,
    schedule,
    at: found[schedule],
    nats: pathError(curve, sizesOf(schedule, curve, found[schedule])),
  }));
}

function errors(shape: Shape): Result[] {
  const curve = curveOf(shape);
  return powersOfTwo(8, LENGTH / 4).flatMap((steps) =>
    schedules.map((schedule): Result => ({
      kind: "error",
      ...shape,
      schedule,
      at: steps,
      nats: pathError(curve, sizesOf(schedule, curve, steps)),
    }))
  );
}

/** Points that are dense where the curve is steep. */
function curvePoints(shape: Shape): Result[] {
  const { conditionalEntropies } = curveOf(shape);
  const shownCounts = [0, 1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192];
  for (let k = 256; k < LENGTH; k += 128) shownCounts.push(k);
  return [...shownCounts, LENGTH - 1].map((k) => ({
    kind: "curve",
    ...shape,
    schedule: null,
    at: k,
    nats: conditionalEntropies[k]!,
  }));
}
