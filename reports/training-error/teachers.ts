import { pathError } from "@unmask/convergence";
import { brownNews, readCorpus } from "@unmask/corpora";
import { awaited, estimateDivergenceProfile } from "@unmask/diffusion";
import { isotonicRegression } from "@unmask/estimation";
import {
  type ConditionalLaw,
  curveFromConditionalEntropies,
  type InformationCurve,
  type LogProbability,
  type SequenceSampler,
} from "@unmask/information";
import { letters, splitCorpus, textOf } from "@unmask/language";
import {
  fitContextTransitions,
  fitTransitions,
  HigherOrderChain,
  markovChain,
  type MarkovLaw,
} from "@unmask/potts";
import { streamFamily } from "@unmask/random";

/** A law that sequences, exact conditionals and the errors of the exact predictor come from. */
export interface Teacher {
  /** The law. */
  readonly law: LogProbability & ConditionalLaw & SequenceSampler;
  /** Its curve, to evaluate bounds on: the isotonic regression of means where it is estimated. */
  readonly curve: InformationCurve;
  /**
   * Path error of the exact predictor.
   *
   * @param sizes Mask sizes in order of unmasking
   * @returns Nats, with a standard error where it is estimated
   */
  samplingError(sizes: readonly number[]): {
    readonly mean: number;
    readonly standardError: number | null;
  };
}

/**
 * A chain of order 1 as a teacher: its curve is exact.
 *
 * @param law The chain
 * @returns The teacher
 */
export function exactTeacher(law: MarkovLaw): Teacher {
  const curve = law.informationCurve();
  return {
    law,
    curve,
    samplingError: (sizes) => ({ mean: pathError(curve, sizes), standardError: null }),
  };
}

/**
 * A chain of higher order as a teacher: its curve is estimated from the entropies of its exact rows, at
 * states of `draws` sequences.
 *
 * @param law The chain
 * @param options `draws`; `seed`; a `cell` that names the law
 * @returns The teacher
 */
export async function estimatedTeacher(
  law: HigherOrderChain,
  { draws, seed, cell }: { draws: number; seed: number; cell: string },
): Promise<Teacher> {
  const { length, vocabularySize } = law;
  const profile = await estimateDivergenceProfile(law, {
    // Any predictor: its divergences are not asked for.
    predictor: awaited({
      length,
      vocabularySize,
      predictBatch: (_, out) => void out.fill(1 / vocabularySize),
    }),
    draws,
    streams: streamFamily({ seed, cell, purpose: "information curve" }),
  });
  const entropies = Float64Array.from(
    { length },
    (_, k) => profile.conditionalEntropy(k).mean,
  );
  const falling = isotonicRegression(entropies, new Float64Array(length).fill(1));
  return {
    law,
    curve: curveFromConditionalEntropies(falling),
    samplingError: (sizes) => profile.samplingError(sizes),
  };
}

/** Sequences behind the curve of the chain of order 2. */
const CURVE_DRAWS = 192;

/**
 * The chains of order 1 and 2 that are fitted to the letters of Brown's news, as teachers: those that
 * `unmask train --teacher` draws from.
 *
 * @param options `length` of their sequences; `seed` of the draws behind the curve of the second
 * @returns The teachers by name
 */
export function newsTeachers(
  { length, seed }: { length: number; seed: number },
): Readonly<Record<"order 1" | "order 2", () => Promise<Teacher>>> {
  const states = letters.symbols.length;
  const tokens = async (): Promise<Int32Array> =>
    letters.encode(textOf(splitCorpus(await readCorpus(brownNews)).train));
  return {
    "order 1": async () => {
      const { transitions } = fitTransitions(await tokens(), { states });
      return exactTeacher(markovChain({ length, transitions }));
    },
    "order 2": async () => {
      const { transitions } = fitContextTransitions(await tokens(), { states, order: 2 });
      const law = new HigherOrderChain({ length, transitions });
      return await estimatedTeacher(law, { draws: CURVE_DRAWS, seed, cell: "order 2" });
    },
  };
}
