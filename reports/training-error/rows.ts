import { bounds } from "@unmask/convergence";
import {
  type DivergenceProfile,
  estimateDivergenceProfile,
  estimatePathErrorInBatches,
} from "@unmask/diffusion";
import type { Estimate } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { type MaskSizes, maskSizes, uniform } from "@unmask/schedules";
import {
  type CheckpointName,
  claimedSteps,
  type Design,
  type LoadedCheckpoint,
  pricedSteps,
  SEED,
} from "./design.ts";
import type { Result } from "./result.ts";
import type { Teacher } from "./teachers.ts";

/** Standard errors of an interval of 95%. */
const QUANTILE = 1.96;

/** A checkpoint that is being looked at. */
export interface Examined {
  readonly design: Design;
  readonly name: CheckpointName;
  readonly teacher: Teacher;
  readonly model: LoadedCheckpoint;
}

/**
 * What a checkpoint adds to the sampling error of balanced sizes, in every power of two steps. All are
 * priced from one profile.
 *
 * @param examined The checkpoint
 * @returns Its rows, and the profile
 */
export async function checkpointRows(
  examined: Examined,
): Promise<{ rows: Result[]; profile: DivergenceProfile }> {
  const { design, name: { teacher: cell }, teacher, model } = examined;
  // The same states for every model of a teacher: what differs between them is the model.
  const profile = await estimateDivergenceProfile(teacher.law, {
    predictor: model,
    ...design.profile,
    streams: streamFamily({ seed: SEED, cell, purpose: "divergence profile" }),
  });
  const rows = pricedSteps(design).map((steps) =>
    rowOf(examined, { profile, sizes: uniform.sizes({ length: design.length, steps }) })
  );
  return { rows, profile };
}

/**
 * The path error of a checkpoint measured along paths of their own, beside the sum of its parts, and
 * beside every bound with the training error added. A lower bound says that some schedule is as bad:
 * it is the worst one that is measured.
 *
 * @param examined The checkpoint
 * @param profile Its profile
 * @returns Rows at a quarter, at half, and at as many steps as tokens
 */
export async function measuredRows(
  examined: Examined,
  profile: DivergenceProfile,
): Promise<Result[]> {
  const { design, teacher: { curve } } = examined;
  const rows: Result[] = [];
  for (const steps of claimedSteps(design)) {
    const sizes = uniform.sizes({ length: design.length, steps });
    const measured = await measure(examined, sizes);
    const own = { ...rowOf(examined, { profile, sizes }), ...measured };
    rows.push({ ...own, part: "measured" });
    for (const { key: bound, kind, applies, evaluate, witness } of bounds) {
      if (!applies(sizes)) continue;
      const judged = witness ? witness(curve, sizes) : sizes;
      if (judged === undefined) continue;
      const row = judged === sizes ? own : {
        ...rowOf(examined, { profile, sizes: judged }),
        ...await measure(examined, judged),
      };
      rows.push({ ...row, part: "bound", bound, kind, boundValue: evaluate(curve, sizes) });
    }
  }
  return rows;
}

function rowOf(
  { name, model, teacher }: Examined,
  { profile, sizes }: { profile: DivergenceProfile; sizes: MaskSizes },
): Result {
  const sampling = teacher.samplingError(sizes);
  const training: Estimate = profile.trainingError(sizes);
  return {
    part: "checkpoint",
    ...name,
    parameters: model.parameters,
    steps: sizes.length,
    samplingError: sampling.mean,
    samplingStandardError: sampling.standardError,
    trainingError: training.mean,
    trainingStandardError: training.standardError,
    low: training.mean - QUANTILE * training.standardError,
    high: training.mean + QUANTILE * training.standardError,
    measured: null,
    measuredStandardError: null,
    bound: null,
    kind: null,
    boundValue: null,
  };
}

async function measure(
  { design, name, teacher, model }: Examined,
  sizes: readonly number[],
): Promise<Pick<Result, "measured" | "measuredStandardError">> {
  const { mean, standardError } = await estimatePathErrorInBatches(teacher.law, {
    predictor: model,
    sizes: maskSizes(sizes),
    draws: Math.max(2, Math.round(design.measuredStates / sizes.length)),
    streams: streamFamily({
      seed: SEED,
      cell: `${name.teacher};${name.model};sizes=${sizes.join()}`,
      purpose: "path error",
    }),
  });
  return { measured: mean, measuredStandardError: standardError };
}
