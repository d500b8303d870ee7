import type { DecidableBound, LengthDecision } from "@unmask/convergence";
import type { MaskSizes } from "@unmask/schedules";
import type { Question } from "../question.ts";

/** A bound to decide for every law. */
export interface DecidedBoundTask {
  /** The claim. */
  readonly bound: DecidableBound;
  /** Tokens in a sequence. */
  readonly length: number;
  /** The one schedule it is decided for; every schedule of the length if absent. */
  readonly sizes?: MaskSizes;
}

/** Whether a bound holds for every law, and for how many schedules that was decided. */
export const decidedBound: Question<DecidedBoundTask, LengthDecision> = {
  name: "decided-bound",
  figures: decisionFigures,
};

/** Verdict and schedules. Which schedule refutes a claim, after how many, is up to the engine. */
export function decisionFigures(decision: LengthDecision): number[] {
  return decision.verdict === "proved" ? [1, decision.schedules] : [0, refutes(decision) ? 1 : 0];
}

/** Whether the error on the step is what is said, and above what is allowed. */
function refutes({ counterexample }: Extract<LengthDecision, { verdict: "refuted" }>): boolean {
  const { sizes, source, pathError, allowed } = counterexample;
  let end = 0;
  for (const size of sizes) {
    const start = end;
    end += size;
    if (end <= source.dimension) continue;
    const error = source.dimension === start ? 0 : end - source.dimension;
    return error === pathError && BigInt(error) * allowed.denominator > allowed.numerator;
  }
  return false;
}
