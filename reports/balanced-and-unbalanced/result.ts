import type { Row } from "@unmask/reporting";
import { beta, scheduleFamilies, type ScheduleFamily } from "@unmask/schedules";

/** What one schedule costs on one text, as the curve of some windows predicts it and as others show it. */
export interface Result extends Row {
  /** The text, and the model that was trained on its training part. */
  readonly corpus: string;
  /** Name of the family; {@linkcode PLAN}; or {@linkcode ONES}. */
  readonly schedule: string;
  readonly steps: number;
  /** Windows of each half. */
  readonly windows: number;
  /** Path NLL, nats a letter. */
  readonly nll: number;
  readonly nllError: number;
  readonly predictedNll: number;
  readonly predictedNllError: number;
  /** What it costs more than one letter at a time, nats a window. */
  readonly excess: number;
  readonly excessError: number;
  readonly predictedExcess: number;
  readonly predictedExcessError: number;
  /** What it costs more than balanced sizes, nats a window. */
  readonly overUniform: number;
  readonly overUniformError: number;
  readonly predictedOverUniform: number;
  readonly predictedOverUniformError: number;
}

/** The schedule planned on the curve. */
export const PLAN = "plan";

/** As many steps as letters. */
export const ONES = "one at a time";

/** Letters of a window. */
export const LENGTH = 64;

/** The text on which every family is measured. */
export const MAIN = "brown-news";

/** Windows of each half of that text. */
export const MAIN_WINDOWS = 112;

/** Texts on which some are, so that the predictions are held against more than one. */
export const OTHERS: readonly string[] = ["moby-dick", "mailing-lists"];

/** Windows of each half of those. */
export const OTHER_WINDOWS = 64;

/** Every family, and three of the family with parameters; with 1/2 and 1/2 it is linear. */
export const families: readonly ScheduleFamily[] = [
  ...scheduleFamilies,
  beta({ a: 1, b: 1 }),
  beta({ a: 2, b: 1 }),
  beta({ a: 1, b: 2 }),
];

/** From L/16 on; at L all schedules are one letter at a time. */
export const steps = [4, 8, 16, 24, 32, 48] as const;

/** What is measured on the other texts. */
export const other = { families: ["uniform", "cosine", "unbalanced"], steps: [8, 16, 32] } as const;
