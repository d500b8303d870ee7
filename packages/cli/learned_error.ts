import type { FailureSignature, MeasuredError } from "@unmask/convergence";
import type { Estimate, InformationCurve } from "@unmask/information";
import { BadInput } from "./bad_input.ts";
import type { World } from "./command.ts";
import { type CommonValues, DEFAULT_SEED } from "./common_options.ts";
import type { LearnedValues } from "./learned_options.ts";
import { enumeratedText, natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import {
  type AskedPredictor,
  lawChangeOf,
  predictorOf,
  predictorRecord,
} from "./predictor_options.ts";
import { trainingErrorOf, type TrainingErrors } from "./training_error_of.ts";
import { shorterRunOf } from "./shorter_run.ts";
import { wrapText } from "./wrap_text.ts";

/** What `error` says of a predictor that is not exact, and of failures. */
export interface LearnedError {
  /** Keys of the JSON document, `signatures` always among them. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Rows of the table of errors. */
  readonly rows: readonly (readonly [string, string])[];
  /** The signatures as text; nothing for none, unless they were asked for. */
  print(columns: number): string;
}

/** What is known of a run before its predictor is looked at. */
interface ExactErrors {
  readonly curve: InformationCurve;
  readonly sizes: readonly number[];
  readonly pathError: number;
  readonly endpointError: number | null;
}

/**
 * Training error of the predictor that was named, the total path error, and the failures that these
 * and a measured error show.
 *
 * @param source The source
 * @param options The `exact` errors, the `predictor` if there is one, and the `values` of the options
 * @param world Where progress is shown
 * @returns What to answer
 * @throws {BadInput} On a predictor that the source does not suit
 */
export async function learnedErrorOf(
  source: NamedSource,
  { exact, predictor, values }: {
    exact: ExactErrors;
    predictor: AskedPredictor | undefined;
    values: LearnedValues & CommonValues & { readonly source: string };
  },
  world: World,
): Promise<LearnedError> {
  const { failureSignatures } = await import("@unmask/convergence");
  const { measured, "measured-at": at } = values;
  const { io } = world;
  const learned = predictor === undefined
    ? undefined
    : await predictorErrors(source, { ...exact, spec: predictor, values }, world);
  const { curve, sizes, pathError, endpointError } = exact;
  const shorter = at && await shorterRunOf(values.source, { at, sizes, io });
  const found = failureSignatures({
    curve,
    sizes,
    ...(endpointError !== null && { endpointError }),
    ...learned?.errors,
    ...(measured && { measured }),
    ...(shorter && { shorter }),
  });
  const lawChange = lawChangeOf(predictor);
  // A temperature is chosen, not trained: no training would take its error away.
  const signatures = lawChange === undefined
    ? found
    : found.map((signature) =>
      signature.key === "training-error-floor"
        ? { ...signature, advice: "It is what the temperature costs: 1 takes it away." }
        : signature
    );
  return {
    document: {
      ...(learned && { predictor: learned.record, ...errorKeys(learned.errors, pathError) }),
      ...(measured && { measured: measuredKeys(measured) }),
      ...(at && { measuredAt: { length: at.length, ...measuredKeys(at.measured) } }),
      ...(lawChange !== undefined && { changesLaw: lawChange }),
      signatures,
    },
    rows: learned ? errorRows(learned.errors, pathError) : [],
    print: (columns) =>
      (signatures.length === 0 && (learned || measured)
        ? "\nNo failure signature.\n"
        : signatures.map((signature) => signatureText(signature, columns)).join("")) +
      (lawChange === undefined ? "" : `\n${wrapText(lawChange, { columns })}`),
  };
}

async function predictorErrors(
  source: NamedSource,
  { spec, sizes, values }: {
    spec: AskedPredictor;
    sizes: readonly number[];
    values: CommonValues;
  },
  { messages }: World,
): Promise<{ record: Readonly<Record<string, string | number>>; errors: TrainingErrors }> {
  const { law } = source;
  if (law === undefined) {
    throw new BadInput(
      "Cannot run error: with --predictor the source must be a law, got a curve, which knows no tokens",
    );
  }
  const { seed = DEFAULT_SEED } = values;
  messages.show("computing the training error");
  const predictor = await predictorOf(spec, law, { seed });
  const errors = await trainingErrorOf(source, { law, predictor, sizes, seed });
  return { record: predictorRecord(spec), errors };
}

/** The total: the sampling error is exact, so an estimate of the rest makes one of the sum. */
function totalOf(training: number | Estimate, pathError: number): number | Estimate {
  return typeof training === "number"
    ? pathError + training
    : { ...training, mean: pathError + training.mean };
}

/** Exact numbers and estimates have keys of their own. */
function errorKeys(
  { trainingError, trainingFloor }: TrainingErrors,
  pathError: number,
): Readonly<Record<string, unknown>> {
  const total = totalOf(trainingError, pathError);
  return {
    ...(typeof trainingError === "number" ? { trainingError } : {
      trainingErrorEstimate: trainingError,
    }),
    ...(typeof total === "number"
      ? { learnedPathError: total }
      : { learnedPathErrorEstimate: total }),
    ...(trainingFloor !== undefined && { trainingFloor }),
  };
}

function measuredKeys({ pathError, standardError }: MeasuredError): MeasuredError {
  return { pathError, ...(standardError !== undefined && { standardError }) };
}

function errorRows(errors: TrainingErrors, pathError: number): [string, string][] {
  return [
    ["training error", errorText(errors.trainingError)],
    ["learned path error", errorText(totalOf(errors.trainingError, pathError))],
    ...(errors.trainingFloor === undefined
      ? []
      : [["training error one token at a time", enumeratedText(errors.trainingFloor)] as [
        string,
        string,
      ]]),
  ];
}

function errorText(error: number | Estimate): string {
  return typeof error === "number"
    ? enumeratedText(error)
    : `${natsText(error.mean)} +- ${natsText(error.standardError)}`;
}

function signatureText({ name, sentence, advice }: FailureSignature, columns: number): string {
  return `\nSignature: ${name}\n` + wrapText(sentence, { columns, indent: 2 }) +
    wrapText(advice, { columns, indent: 2 });
}
