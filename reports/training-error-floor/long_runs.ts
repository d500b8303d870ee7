import { failureSignatures, pathError } from "@unmask/convergence";
import {
  estimatePathError,
  estimateTrainingError,
  exactPredictor,
  type MaskPredictor,
  noisyLogits,
  tempered,
  uniformMixture,
} from "@unmask/diffusion";
import type { Source } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { LENGTH, LONG_CHAIN, type predictorNames, type Result } from "./result.ts";

/** Seed of every stream of the report. */
export const SEED = 20260505;

/** Draws of a training error: its terms are divergences, which vary little. */
const TRAINING_DRAWS = 100;

/** Sampled paths of a path error. */
const PATH_DRAWS = 200;

/**
 * A predictor of the report.
 *
 * @param chain The chain whose exact predictor it departs from
 * @param name Its name
 * @returns The predictor
 */
export function predictorOf(
  chain: Source,
  name: typeof predictorNames[number],
): MaskPredictor {
  const exact = exactPredictor(chain);
  return {
    "exact": () => exact,
    "1% guesses": () => uniformMixture(exact, { share: 0.01 }),
    "noise of 0.3": () => noisyLogits(exact, { scale: 0.3, seed: SEED }),
    "10% guesses": () => uniformMixture(exact, { share: 0.1 }),
    "temperature 0.5": () => tempered(exact, { temperature: 0.5 }),
  }[name]();
}

/**
 * The path error of a predictor along sampled paths.
 *
 * @param chain The chain
 * @param options `predictor`; `sizes`; a `cell` that names the run
 * @returns The error with its standard error, as a sampler's user would measure it
 */
export function measure(
  chain: Source,
  options: { predictor: MaskPredictor; sizes: readonly number[]; cell: string },
): { pathError: number; standardError: number } {
  const { cell, ...run } = options;
  const streams = streamFamily({ seed: SEED, cell, purpose: "path error" });
  const { mean, standardError } = estimatePathError(chain, { ...run, draws: PATH_DRAWS, streams });
  return { pathError: mean, standardError };
}

/**
 * A predictor in a number of balanced steps on the long chain.
 *
 * @param run The predictor's name
 * @param steps The number of steps
 * @returns Its row: the training error estimated, and where `steps` is a power of two the path error
 *   measured along other paths
 */
export function longRun(run: typeof predictorNames[number], steps: number): Result {
  const chain = pottsChain(LONG_CHAIN);
  const curve = chain.informationCurve();
  const sizes = uniform.sizes({ length: LENGTH, steps });
  const predictor = predictorOf(chain, run);
  const cell = `${run};steps=${steps}`;
  const trainingError = estimateTrainingError(chain, {
    predictor,
    sizes,
    draws: TRAINING_DRAWS,
    streams: streamFamily({ seed: SEED, cell, purpose: "training error" }),
  });
  const measured = Number.isInteger(Math.log2(steps))
    ? measure(chain, { predictor, sizes, cell })
    : null;
  return {
    part: "estimate",
    run,
    steps,
    samplingError: pathError(curve, sizes),
    trainingError: trainingError.mean,
    trainingStandardError: trainingError.standardError,
    measured: measured?.pathError ?? null,
    measuredStandardError: measured?.standardError ?? null,
    signatures: failureSignatures({
      curve,
      sizes,
      trainingError,
      ...(measured && { measured }),
    }).map(({ key }) => key).join(" "),
  };
}
