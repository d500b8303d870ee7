import type { MaskPredictor } from "@unmask/diffusion";
import { BadInput } from "./bad_input.ts";
import { exampleKeys, type KeyedSpec, readKeyedSpec } from "./keyed_spec.ts";
import { anyText } from "./notation.ts";
import { valueOption } from "./option.ts";
import { type PredictorKind, predictorKinds, temperature } from "./predictor_kinds.ts";
import type { SampledLaw } from "./source_kind.ts";

/** The options that put another predictor in place of the exact one. */
export const predictorOptions = {
  predictor: valueOption("--predictor", {
    notation: anyText,
    metavar: "KIND:KEY=VALUE",
    help: `a predictor that is wrong by a known amount: ${
      predictorKinds.map((kind) => `${kind.name}:${exampleKeys(kind)}, ${kind.summary}`).join("; ")
    }`,
  }),
  temperature: valueOption("--temperature", {
    notation: temperature,
    metavar: "T",
    help: "as --predictor tempered:temperature=T; any but 1 changes the law that is sampled",
  }),
};

/** The values of {@linkcode predictorOptions}. */
export interface PredictorValues {
  /** The predictor as written. */
  readonly predictor?: string | undefined;
  /** The temperature. */
  readonly temperature?: number | undefined;
}

/** A predictor as it was asked for. */
export type AskedPredictor = KeyedSpec<PredictorKind>;

/**
 * Reads the predictor that was given, before anything is opened or computed.
 *
 * @param values What was given
 * @returns The predictor, or undefined where none was given
 * @throws {BadInput} On an unknown kind or key, a missing key, or a bad value, or two predictors
 */
export function readPredictor(
  { predictor, temperature }: PredictorValues,
): AskedPredictor | undefined {
  if (predictor !== undefined && temperature !== undefined) {
    throw new BadInput(
      "Cannot use a predictor: it must be given as --predictor or as --temperature, got both",
    );
  }
  const text = temperature === undefined ? predictor : `tempered:temperature=${temperature}`;
  return text === undefined
    ? undefined
    : readKeyedSpec(text, { kinds: predictorKinds, thing: "predictor" });
}

/**
 * The predictor that was asked for, of a law.
 *
 * @param asked The predictor; the exact one where there is none
 * @param law The law
 * @param options `seed` of what is random in it
 * @returns The predictor
 * @throws {BadInput} Where it does not suit the law
 */
export async function predictorOf(
  asked: AskedPredictor | undefined,
  law: SampledLaw,
  { seed }: { seed: number },
): Promise<MaskPredictor> {
  if (asked === undefined) {
    const { exactPredictor } = await import("@unmask/diffusion");
    return exactPredictor(law);
  }
  return await asked.kind.make(law, { value: Object.values(asked.values)[0] as number, seed });
}

/**
 * A predictor as JSON answers name it.
 *
 * @param asked The predictor
 * @returns Its kind and keys
 */
export function predictorRecord(
  { kind, values }: AskedPredictor,
): Readonly<Record<string, string | number>> {
  return { kind: kind.name, ...values };
}

/**
 * How a predictor changes the law that a decoder samples.
 *
 * @param asked The predictor; none for the exact one
 * @returns A sentence, or undefined where it does not: where it models a mistake, or is exact
 */
export function lawChangeOf(asked: AskedPredictor | undefined): string | undefined {
  const { changesLaw, exactAt } = asked?.kind ?? {};
  const isExact = exactAt !== undefined && Object.values(asked!.values)[0] === exactAt;
  return isExact ? undefined : changesLaw;
}
