import { max, min } from "simple-statistics";
import type { Judgement } from "../claim_maker.ts";
import { families, FAR_APART, laws, LONG, measured, type Result } from "./result.ts";

/** Times the least error of random positions that surest-first rules cost on Potts chains, at least. */
const LOSS_ON_POTTS = 1.7;

/** The same on 64 letters. */
const LOSS_ON_LETTERS = 1.8;

/** The same on letter classes from {@linkcode CLASSES_FROM} iterations on, at most. */
const GAIN_ON_CLASSES = 0.4;
const CLASSES_FROM = 4;

/** Standard errors within which estimates must agree: with 16 of them, a false alarm in a thousand seeds. */
const AGREEMENT = 4;

/** Rounding of errors summed over a few million paths. */
const ROUNDING = 1e-9;

const chains: readonly string[] = [
  laws.weak,
  laws.strong,
  laws.classes,
  laws.longStrong,
  laws.letters,
];

/**
 * What the rows say of the claim's sentence.
 *
 * @param rows Results of the report
 * @returns Verdict and figures
 */
export function judgePolicies(rows: readonly Result[]): Judgement {
  const surest = rows.filter(isSurestFirst).filter(isBetween);
  const onPotts = surest.filter(({ law }) => law.includes("Potts"));
  const onLetters = surest.filter(({ law }) => law === laws.letters);
  const onClasses = surest.filter(({ law, family, evaluations }) =>
    law === laws.classes && family === families.sized && evaluations! >= CLASSES_FROM
  );
  const bisections = rows.filter(({ law, policy }) =>
    policy === "bisection" && chains.includes(law)
  );
  const bounded = rows.filter(({ policy }) => policy === "entropy-bounded");
  const fixed = rows.filter(({ pathError, family, endpointError }) =>
    pathError !== null && endpointError !== null && determined.includes(family)
  );
  const exactAndDrawn = rows.filter(({ pathError, estimatedPathError }) =>
    pathError !== null && estimatedPathError !== null
  );
  const statistics = {
    leastOnPotts: min(onPotts.map(ratioOf)),
    mostOnPotts: max(onPotts.map(ratioOf)),
    leastOnLetters: min(onLetters.map(ratioOf)),
    mostOnLetters: max(onLetters.map(ratioOf)),
    leastStandardScore: min(
      surest.filter(({ length }) => length === LONG).map((row) =>
        (row.estimatedPathError! - row.randomOptimum) / row.pathErrorStandardError!
      ),
    ),
    mostOnClasses: max(onClasses.map(ratioOf)),
    mostOnClassesBefore: max(
      surest.filter(({ law, evaluations }) => law === laws.classes && evaluations! < CLASSES_FROM)
        .map(ratioOf),
    ),
    mostOfBisection: max(bisections.map((row) => Math.abs(measured(row)!.error))),
    mostExtraIterationsOfBisection: max(
      bisections.map((row) => measured(row)!.evaluations - Math.ceil(Math.log2(row.length + 1))),
    ),
    mostOfPromise: max(bounded.map(promiseShare)),
    mostPathOverEndpoint: max(
      fixed.map(({ pathError, endpointError }) => Math.abs(pathError! - endpointError!)),
    ),
    // What the text says besides.
    leastOnTable: min(
      surest.filter(({ law, family }) => law === laws.table && family === families.fitting)
        .map(ratioOf),
    ),
    farApartOnLettersInFew: ratioOf(farApart(rows, { law: laws.letters, steps: 4 })),
    farApartOnLettersInMany: ratioOf(farApart(rows, { law: laws.letters, steps: 32 })),
    mostOfThresholdOnCode: max(
      rows.filter(({ law, policy }) => law === laws.code && policy === "threshold")
        .map(({ pathError }) => pathError!),
    ),
    remaskingOnStrong: remaskingShare(rows, laws.strong),
    remaskingOnTable: remaskingShare(rows, laws.table),
    mostDisagreement: max(
      exactAndDrawn.map((row) =>
        Math.abs(row.estimatedPathError! - row.pathError!) / row.pathErrorStandardError!
      ),
    ),
  };
  const holds = statistics.leastOnPotts >= LOSS_ON_POTTS &&
    statistics.leastOnLetters >= LOSS_ON_LETTERS &&
    statistics.leastStandardScore >= AGREEMENT &&
    statistics.mostOnClasses <= GAIN_ON_CLASSES &&
    statistics.mostOfBisection <= ROUNDING &&
    statistics.mostExtraIterationsOfBisection === 0 &&
    statistics.mostOfPromise <= 1 &&
    statistics.mostPathOverEndpoint <= ROUNDING &&
    statistics.mostDisagreement <= AGREEMENT;
  const times = (value: number): string => value.toPrecision(2);
  return {
    verdict: holds ? "holds" : "refuted",
    evidence: `surest first costs ${times(statistics.leastOnPotts)} to ${
      times(statistics.mostOnPotts)
    } times random positions at best on Potts chains, ${times(statistics.leastOnLetters)} to ${
      times(statistics.mostOnLetters)
    } times on letters, at most ${
      times(statistics.mostOnClasses)
    } times on letter classes from ${CLASSES_FROM} iterations on; entropy-bounded at most ${
      times(statistics.mostOfPromise)
    } of gamma an iteration; bisection exact`,
    statistics,
  };
}

/** Kinds whose choices depend on the tokens alone: their path error is their endpoint error. */
const determined: readonly string[] = [families.sized, families.fitting, families.known];

function isSurestFirst({ family, policy }: Result): boolean {
  return (family === families.sized || family === families.fitting) && policy !== FAR_APART;
}

/** Whether a row is neither one shot nor one token at a time, where all policies are alike. */
function isBetween(row: Result): boolean {
  const { evaluations } = measured(row)!;
  // Of a draw of estimates none may have met the second iteration.
  return evaluations > 1 && evaluations < row.length && row.randomOptimum > ROUNDING;
}

/** How many times the least error of random positions a policy costs. */
function ratioOf(row: Result): number {
  return measured(row)!.error / row.randomOptimum;
}

/** The error of an iteration as a share of what was promised; of estimates, of their lower end. */
function promiseShare(row: Result): number {
  const { evaluations, error } = measured(row)!;
  const noise = row.pathError === null ? AGREEMENT * row.pathErrorStandardError! : 0;
  return (error - noise) / (row.promised! * evaluations);
}

/** Confidence with ties far apart, on a law in some iterations. */
function farApart(
  rows: readonly Result[],
  at: { law: string; steps: number },
): Result {
  return rows.find(({ law, policy, parameters }) =>
    law === at.law && policy === FAR_APART && parameters === `T = ${at.steps}`
  )!;
}

/** The endpoint error with tokens masked again, as a share of that of the same grid without. */
function remaskingShare(rows: readonly Result[], name: string): number {
  const [grid, again] = ["Bernoulli grid", "remasking"].map((wanted) =>
    rows.find(({ law, policy }) => law === name && policy === wanted)!.endpointError!
  );
  return again! / grid!;
}
