import type { PottsOptions } from "@unmask/potts";
import type { Question } from "../question.ts";

/** A plan that is asked for on the command line. */
export interface PlanProcessTask {
  /** The chain. */
  readonly chain: PottsOptions;
  /** Steps to spend. */
  readonly steps: number;
  /** Whether the chain is given as a file with its curve. */
  readonly fromFile: boolean;
}

/** What a process answered. */
export interface PlanProcessAnswer {
  /** Mask sizes in order of unmasking. */
  readonly sizes: readonly number[];
  /** Path error in nats, as printed. */
  readonly pathError: number;
  /** Largest resident memory in bytes; null where the system does not tell. */
  readonly peakMemory: number | null;
}

/** A plan by a process of its own, from its start to its end: what a user waits for. */
export const planProcess: Question<PlanProcessTask, PlanProcessAnswer> = {
  name: "plan-process",
  figures: ({ sizes, pathError }) => [
    pathError,
    sizes.length,
    sizes.reduce((sum, size) => sum + size, 0),
    sizes.filter((size) => !(Number.isInteger(size) && size >= 1)).length,
  ],
};
