import type { Estimate } from "@unmask/information";
import type { PottsOptions } from "@unmask/potts";
import type { StreamFamily } from "@unmask/random";
import type { MaskSizes } from "@unmask/schedules";
import type { Question } from "../question.ts";

/** A path error to estimate. */
export interface PathErrorEstimateTask {
  /** The law, sampled with its exact predictor. */
  readonly law: PottsOptions;
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** How many sequences and orders are drawn. */
  readonly draws: number;
  /** Draw `n` uses stream `n`: a sequence, then an order. */
  readonly streams: StreamFamily;
}

/** A Monte Carlo estimate, and what it is of. */
export interface PathErrorEstimateAnswer {
  /** What was asked. */
  readonly task: PathErrorEstimateTask;
  /** The estimate in nats. */
  readonly estimate: Estimate;
}

/** Path error by drawing sequences and orders, from given streams. */
export const pathErrorEstimate: Question<PathErrorEstimateTask, PathErrorEstimateAnswer> = {
  name: "path-error-estimate",
  figures: ({ estimate }) => [estimate.mean, estimate.standardError, estimate.draws],
};
