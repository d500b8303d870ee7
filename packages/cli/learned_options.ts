import { BadInput } from "./bad_input.ts";
import { measuredNotation } from "./measured_notation.ts";
import { valueOption } from "./option.ts";
import { predictorOptions, type PredictorValues } from "./predictor_options.ts";
import { type MeasuredAtLength, measuredAtLengthNotation } from "./shorter_run.ts";

/** The options of a run that is not exact: a wrong predictor, or an error that was measured. */
export const learnedOptions = {
  ...predictorOptions,
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
export interface LearnedValues extends PredictorValues {
  /** The measured error. */
  readonly measured?: ReturnType<typeof measuredNotation.read>;
  /** The measured error at a smaller length. */
  readonly "measured-at"?: MeasuredAtLength | undefined;
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
 * @throws {BadInput} On any of them
 */
export function checkNotLearned(values: LearnedValues, without: string): void {
  refuse(values, ["predictor", "temperature"], without);
  checkNotMeasured(values, without);
}

/**
 * Refuses a measured error where there is none to hold it against.
 *
 * @param values What was given
 * @param without What the sizes must be without
 * @throws {BadInput} On a measured error
 */
export function checkNotMeasured(values: LearnedValues, without: string): void {
  refuse(values, ["measured", "measured-at"], without);
}

function refuse(
  values: LearnedValues,
  names: readonly (keyof LearnedValues)[],
  without: string,
): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given !== undefined) {
    throw new BadInput(
      `Cannot run error: --${given} must stand beside sizes and an exact curve, got ${without}`,
    );
  }
}
