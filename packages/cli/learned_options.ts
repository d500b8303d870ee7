import { BadInput } from "./bad_input.ts";
import { exampleKeys, type KeyedSpec, readKeyedSpec } from "./keyed_spec.ts";
import { measuredNotation } from "./measured_notation.ts";
import { anyText } from "./notation.ts";
import { valueOption } from "./option.ts";
import { type PredictorKind, predictorKinds } from "./predictor_kinds.ts";
import { type MeasuredAtLength, measuredAtLengthNotation } from "./shorter_run.ts";

/** The options of a run that is not exact: a wrong predictor, or an error that was measured. */
export const learnedOptions = {
  predictor: valueOption("--predictor", {
    notation: anyText,
    metavar: "KIND:KEY=VALUE",
    help: `a predictor that is wrong by a known amount: ${
      predictorKinds.map((kind) => `${kind.name}:${exampleKeys(kind)}, ${kind.summary}`).join("; ")
    }`,
  }),
  measured: valueOption("--measured", {
    notation: measuredNotation,
    metavar: "NATS[,STANDARD_ERROR]",
    help: "the path error that your own sampler was measured to have, to look for failures in",
  }),
  "measured-at": valueOption("--measured-at", {
    notation: measuredAtLengthNotation,
    metavar: "LENGTH:NATS,ERROR",
    help: "beside --measured: the same at a smaller length, with equal sizes at both",
  }),
};

/** The values of {@linkcode learnedOptions}. */
export interface LearnedValues {
  /** The predictor as written. */
  readonly predictor?: string | undefined;
  /** The measured error. */
  readonly measured?: ReturnType<typeof measuredNotation.read>;
  /** The measured error at a smaller length. */
  readonly "measured-at"?: MeasuredAtLength | undefined;
}

/**
 * Reads the predictor that was given, before anything is opened or computed.
 *
 * @param values What was given
 * @returns The predictor, or undefined where none was given
 * @throws {BadInput} On an unknown kind or key, a missing key, or a bad value
 */
export function readPredictor(
  { predictor }: LearnedValues,
): KeyedSpec<PredictorKind> | undefined {
  return predictor === undefined
    ? undefined
    : readKeyedSpec(predictor, { kinds: predictorKinds, thing: "predictor" });
}

/**
 * Refuses a measured error at another length that stands alone, or beside one in unknown doubt.
 *
 * @param values What was given
 * @throws {BadInput} Where there is nothing to compare it with
 */
export function checkMeasured({ measured, "measured-at": at }: LearnedValues): void {
  if (at !== undefined && measured?.standardError === undefined) {
    throw new BadInput(
      `Cannot run error: beside --measured-at there must be --measured NATS,STANDARD_ERROR, got ${
        measured === undefined ? "none" : "no standard error"
      }`,
    );
  }
}

/**
 * Refuses these options where the answer has no use for them.
 *
 * @param values What was given
 * @param without What the sizes must be without, as in "blocks"
 * @throws {BadInput} On either of them
 */
export function checkNotLearned(values: LearnedValues, without: string): void {
  const given = (["predictor", "measured", "measured-at"] as const)
    .find((name) => values[name] !== undefined);
  if (given !== undefined) {
    throw new BadInput(
      `Cannot run error: --${given} must stand beside sizes and an exact curve, got ${without}`,
    );
  }
}
