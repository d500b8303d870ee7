/** One number of the report. */
export type Result = {
  /** A minimax value, a published schedule, or how a minimax mixture spends its steps. */
  readonly kind: "value" | "published" | "cuts";
  /** What the error is held against: `tc`, `dtc` or `mi`. */
  readonly yardstick: string;
  /** Which schedule, see {@linkcode schedules}. */
  readonly schedule: string;
  /** Steps, or for cuts the revealed count. */
  readonly at: number;
  /** Worst ratio, or guarantee; for cuts the tokens per cut. */
  readonly value: number;
  /** What no random schedule is below, where that was computed. */
  readonly lowerBound: number | null;
};

/** Schedules by the names that rows and legends have. */
export const schedules = {
  one: "one schedule",
  random: "random schedule",
  theorem9: "Theorem 9, guarantee",
  grid: "geometric grid",
} as const;
