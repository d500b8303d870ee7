/** One number of steps of one checkpoint, or one bound held against it. */
export type Result = {
  /** Errors of a checkpoint, a path error measured directly, or a bound. */
  readonly part: "checkpoint" | "measured" | "bound";
  /** The law that the model was trained on. */
  readonly teacher: string;
  /** The model's size in words. */
  readonly model: string;
  /** Its parameters. */
  readonly parameters: number;
  /** Steps that it was trained for. */
  readonly trained: number;
  /** Steps of the schedule, balanced but for the witness of a lower bound. */
  readonly steps: number;
  /** Path error of the exact predictor: exact for a chain of order 1. */
  readonly samplingError: number;
  /** Standard error of that, null where it is exact. */
  readonly samplingStandardError: number | null;
  /** What the model adds, by Definition 1. */
  readonly trainingError: number;
  /** Its standard error. */
  readonly trainingStandardError: number;
  /** Its interval of 95%. */
  readonly low: number;
  readonly high: number;
  /** The model's own path error along other paths, null where it was not measured. */
  readonly measured: number | null;
  /** Its standard error. */
  readonly measuredStandardError: number | null;
  /** The bound, null where the row is of none. */
  readonly bound: string | null;
  /** Whether it is an upper or a lower one. */
  readonly kind: "upper" | "lower" | null;
  /** Its value for the exact predictor, to which the training error is added. */
  readonly boundValue: number | null;
};
