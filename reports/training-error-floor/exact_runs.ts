import { failureSignatures, pathError } from "@unmask/convergence";
import {
  exactPredictor,
  type MaskPredictor,
  ngramPredictor,
  noisyLogits,
  outputLaw,
  tempered,
  trainingError,
  uniformMixture,
  type UnmaskingOrder,
} from "@unmask/diffusion";
import { sequenceOfCell, type Source } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { type Result, SHORT_CHAIN } from "./result.ts";

/**
 * Every predictor in every number of steps on a chain so short that the definition can be written
 * out: the divergence of the law from the output of each unmasking order, and their mean.
 *
 * @returns A row for each, nothing sampled
 */
export function exactRuns(): Result[] {
  const chain = pottsChain(SHORT_CHAIN);
  const curve = chain.informationCurve();
  const exact = exactPredictor(chain);
  const predictors: Record<string, MaskPredictor> = {
    "exact": exact,
    "1% guesses": uniformMixture(exact, { share: 0.01 }),
    "10% guesses": uniformMixture(exact, { share: 0.1 }),
    "noise of 0.3": noisyLogits(exact, { scale: 0.3, seed: 0 }),
    "temperature 0.5": tempered(exact, { temperature: 0.5 }),
    "marginals alone": ngramPredictor(chain, { order: 0 }),
  };
  const { length } = SHORT_CHAIN;
  return Object.entries(predictors).flatMap(([run, predictor]) =>
    Array.from({ length }, (_, i): Result => {
      const sizes = uniform.sizes({ length, steps: i + 1 });
      const error = trainingError(chain, { predictor, sizes });
      return {
        part: "exact",
        run,
        steps: sizes.length,
        samplingError: pathError(curve, sizes),
        trainingError: error,
        trainingStandardError: null,
        measured: byDefinition(chain, { predictor, sizes }),
        measuredStandardError: null,
        signatures: failureSignatures({ curve, sizes, trainingError: error })
          .map(({ key }) => key).join(" "),
      };
    })
  );
}

/** `E_M KL(p || p_{Y|M})`, the mean over all ordered partitions with these sizes. */
function byDefinition(
  law: Source,
  { predictor, sizes }: { predictor: MaskPredictor; sizes: readonly number[] },
): number {
  const { length, vocabularySize } = law;
  const tokens = new Int32Array(length);
  let sum = 0;
  let orders = 0;
  for (const order of orderedPartitions(Array.from({ length }, (_, i) => i), sizes)) {
    outputLaw(predictor, { order }).forEach((mass, cell) => {
      sequenceOfCell(cell, vocabularySize, tokens);
      const logMass = law.logProbability(tokens);
      sum += Math.exp(logMass) * (logMass - Math.log(mass));
    });
    orders++;
  }
  return sum / orders;
}

function* orderedPartitions(
  left: readonly number[],
  sizes: readonly number[],
): Generator<UnmaskingOrder> {
  const [size, ...others] = sizes;
  if (size === undefined) yield [];
  else {
    for (const set of subsets(left, size)) {
      const rest = left.filter((position) => !set.includes(position));
      for (const order of orderedPartitions(rest, others)) yield [Int32Array.from(set), ...order];
    }
  }
}

function* subsets(items: readonly number[], size: number): Generator<number[]> {
  if (size === 0) yield [];
  else {
    for (let i = 0; i <= items.length - size; i++) {
      for (const rest of subsets(items.slice(i + 1), size - 1)) yield [items[i]!, ...rest];
    }
  }
}
