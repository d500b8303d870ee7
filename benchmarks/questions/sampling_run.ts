import type { PottsOptions } from "@unmask/potts";
import type { MaskSizes } from "@unmask/schedules";
import type { Question } from "../question.ts";

/** Many sequences to sample. */
export interface SamplingRunTask {
  /** The law to sample from. */
  readonly law: PottsOptions;
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** What the streams are for: sequence `n` comes from stream `n`. */
  readonly streams: { readonly seed: number; readonly cell: string; readonly purpose: string };
  /** How many sequences. */
  readonly count: number;
}

/** Gives the tokens of the sequences, one after another; what it costs to show them is not timed. */
export type SampledRun = () => Int32Array;

/** Many sequences from the parallel sampler: order, draws and tokens in arrays, all included. */
export const samplingRun: Question<SamplingRunTask, SampledRun> = {
  name: "sampling-run",
  figures: (sampled, { law, count }) => {
    const tokens = sampled();
    return Array.from({ length: count }, (_, n) => {
      return digest(tokens.subarray(n * law.length, (n + 1) * law.length));
    });
  },
};

/** 32 bits of one sequence, so that millions of tokens need not be kept: Fowler, Noll and Vo's hash. */
function digest(tokens: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const token of tokens) hash = Math.imul(hash ^ token, 0x01000193);
  return hash >>> 0;
}
