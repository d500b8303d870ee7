/** What a model loses on held-out text, or how long it takes for a sequence. */
export type Result = {
  /** Loss on held-out text, or a time from the benchmarks. */
  readonly part: "loss" | "time";
  /** The model. */
  readonly model: ModelName;
  /** Model evaluations of a sequence, one after another: steps, or tokens one by one. */
  readonly steps: number;
  /** Positions that all of them compute, for one sequence. */
  readonly positions: number;
  /** NLL of a letter along the path, in nats. */
  readonly nll: number | null;
  /** Standard error of that, over windows. */
  readonly standardError: number | null;
  /** How much it is above that of the autoregressive model, on the same windows. */
  readonly excess: number | null;
  /** Standard error of that. */
  readonly excessStandardError: number | null;
  /** Sequences that were drawn together. */
  readonly batch: number | null;
  /** Median time for each of these, in milliseconds. */
  readonly milliseconds: number | null;
  /** Time in the fastest round of the benchmark. */
  readonly fastest: number | null;
  /** Time in the slowest. */
  readonly slowest: number | null;
  /** Machine and day of the benchmark. */
  readonly record: string | null;
};

/** The two models, of one size and one training. */
export const models = { masked: "mask predictor", next: "autoregressive" } as const;

/** Name of a model. */
export type ModelName = typeof models[keyof typeof models];

/** Letters of a sequence. */
export const LENGTH = 64;

/** Steps in which losses are told. */
export const stepCounts: readonly number[] = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, LENGTH];

/** What only times have, for a loss; and what only losses have, for a time. */
export const NO_TIME = {
  batch: null,
  milliseconds: null,
  fastest: null,
  slowest: null,
  record: null,
} as const;
export const NO_LOSS = {
  nll: null,
  standardError: null,
  excess: null,
  excessStandardError: null,
} as const;
