/** One run of the report. */
export type Result = {
  /** By enumeration on few tokens, by Monte Carlo on many, or a run with a seeded fault. */
  readonly part: "exact" | "estimate" | "fault";
  /** The predictor, or the fault. */
  readonly run: string;
  /** Steps of the schedule. */
  readonly steps: number;
  /** Exact path error of the exact predictor. */
  readonly samplingError: number;
  /** What the predictor adds; null where nobody told it. */
  readonly trainingError: number | null;
  /** Standard error of that, null where it is exact. */
  readonly trainingStandardError: number | null;
  /** Path error of the predictor by another way: over all orders, or along sampled paths. */
  readonly measured: number | null;
  /** Standard error of that, null where it is exact. */
  readonly measuredStandardError: number | null;
  /** Keys of the failure signatures, with spaces between. */
  readonly signatures: string;
};

/** Tokens in a sequence, where errors are estimated. */
export const LENGTH = 256;

/** Values of a token and the coupling of the long chain. */
export const LONG_CHAIN = { length: LENGTH, states: 4, coupling: 3 } as const;

/** The chain whose unmasking orders are all enumerated. */
export const SHORT_CHAIN = { length: 5, states: 3, coupling: 1.5 } as const;

/** The predictors on the long chain, from the best to the worst. */
export const predictorNames = [
  "exact",
  "1% guesses",
  "noise of 0.3",
  "10% guesses",
  "temperature 0.5",
] as const;

/** Steps on the long chain: powers of two, and two between them where errors level off. */
export const steps: readonly number[] = [1, 2, 4, 8, 16, 24, 32, 48, 64, 128, LENGTH];
