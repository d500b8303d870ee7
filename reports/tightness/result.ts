/** One row of the report: what is decided of one bound for schedules of one largest size. */
export type Result = {
  /** `upper`: a bound over all schedules of a largest size; `constant`: `sharpConstant`; `lower`. */
  readonly kind: "upper" | "constant" | "lower";
  readonly bound: string;
  readonly length: number;
  /** Largest size of the schedules; for `lower` the power of two that they reach. */
  readonly largest: number;
  readonly schedules: number;
  /** Schedules on which some law attains the bound (`upper`), or the formula is exact (`constant`). */
  readonly attained: number | null;
  /** Largest error / bound (`upper`), the constant (`constant`), the constant proved (`lower`). */
  readonly ratio: number;
  readonly sizes: string | null;
  readonly dimension: number | null;
  /** What is decided of the constant 1/16 of the lower half. */
  readonly sixteenth: string | null;
};
