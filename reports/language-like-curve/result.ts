/** One number of the report. */
export type Result = {
  /** A point of a curve, the steps to one error, or an error at a number of steps. */
  readonly kind: "curve" | "steps" | "error";
  /** How fast the tail falls, `a`. */
  readonly exponent: number;
  /** Tokens over which the start falls, `c`. */
  readonly scale: number;
  /** Which schedule, null for points of a curve. */
  readonly schedule: Schedule | null;
  /** Tokens revealed (curve), or steps. */
  readonly at: number;
  /** `f(at)`, or the path error in `at` steps. */
  readonly nats: number;
};

/** Schedules by the names that rows and legends have. */
export type Schedule = "uniform" | "cosine" | "optimal";

/** The schedules in the order of legends. */
export const schedules: readonly Schedule[] = ["uniform", "cosine", "optimal"];

/** Tokens in a sequence. */
export const LENGTH = 1024;

/** The uniform steps whose error the other schedules have to reach. */
export const UNIFORM_STEPS = 64;

/** Exponents `a` of the tail. */
export const exponents: readonly number[] = [0.25, 0.5, 1];

/** Scales `c` of the start: from a few tokens to the whole length, where the curve is all but straight. */
export const scales: readonly number[] = [4, 8, 16, 32, 64, 128, 256, 512, 1024];

/** The curve whose errors are shown at every number of steps. */
export const shown = { exponent: 0.5, scale: 16 } as const;
