import type { InformationCurve } from "@unmask/information";
import type { Question } from "../question.ts";

/** A log of losses to plan from. */
export interface LossPlanTask {
  /** The curve that the losses are noisy values of: for the judge, not for the engines. */
  readonly truth: InformationCurve;
  /** Revealed tokens of each row. */
  readonly revealed: Int32Array;
  /** Loss of each row in nats per masked token. */
  readonly losses: Float64Array;
  /** Standard error of each row. */
  readonly standardErrors: Float64Array;
  /** Steps to spend. */
  readonly steps: number;
}

/** The log and the plan. */
export interface LossPlanAnswer {
  /** What was asked. */
  readonly task: LossPlanTask;
  /** Mean loss at each number of revealed tokens, weighted by `1 / se^2`. */
  readonly means: ArrayLike<number>;
  /** Variance of each mean. */
  readonly variances: ArrayLike<number>;
  /** Sizes in order of unmasking. */
  readonly sizes: readonly number[];
  /** Path error of the sizes as the log has it, in nats. */
  readonly price: number;
  /** Its standard error. */
  readonly standardError: number;
}

/**
 * A plan from noisy losses, from the first row on. Smoothers differ, and so do plans; what must agree
 * is the log, and that the sizes are as many as asked for and sum to the length.
 */
export const lossPlan: Question<LossPlanTask, LossPlanAnswer> = {
  name: "loss-plan",
  figures: ({ means, variances, sizes }) => [
    ...Array.from(means),
    ...Array.from(variances),
    sizes.length,
    sizes.reduce((sum, size) => sum + size, 0),
    sizes.filter((size) => !(Number.isInteger(size) && size >= 1)).length,
  ],
};
