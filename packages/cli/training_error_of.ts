import type { MaskPredictor } from "@unmask/diffusion";
import type { Estimate } from "@unmask/information";
import { BadInput } from "./bad_input.ts";
import type { NamedSource } from "./open_source.ts";
import type { SampledLaw } from "./source_kind.ts";

/** Most steps of an enumeration, at which a table takes two or three seconds. */
const ENUMERATION_LIMIT = 2 ** 23;

/** Most draws of an estimate: its terms are divergences, which vary little. */
const MOST_DRAWS = 400;

/** Fewest draws that a standard error is taken from. */
const FEWEST_DRAWS = 16;

/** Most elementary operations of an estimate: about a minute. */
const ESTIMATE_COST_LIMIT = 2 ** 34;

/** Elementary operations that an estimate may take where more draws are a matter of choice. */
const COST_AT_EASE = 2 ** 28;

/** The training error of a predictor on a schedule: exact, or an estimate where it is too long. */
export interface TrainingErrors {
  /** On the sizes. */
  readonly trainingError: number | Estimate;
  /** One token at a time; absent where that is too long to enumerate. */
  readonly trainingFloor?: number;
}

/**
 * The training error of a predictor, by enumeration where that is feasible.
 *
 * @param source The source that the predictor is of
 * @param options Its `law`, the `predictor`, `sizes` and `seed`
 * @returns The errors in nats, finite
 * @throws {BadInput} Where the error is infinite, or an estimate would take too long
 */
export async function trainingErrorOf(
  source: NamedSource,
  options: { law: SampledLaw; predictor: MaskPredictor; sizes: readonly number[]; seed: number },
): Promise<TrainingErrors> {
  const { trainingError, trainingErrorCost } = await import("@unmask/diffusion");
  const { law, predictor, sizes } = options;
  const isSmall = (schedule: readonly number[]): boolean =>
    trainingErrorCost(law, schedule) <= ENUMERATION_LIMIT;
  if (!isSmall(sizes)) return { trainingError: finite(await estimateOf(source, options)) };
  const ones = new Array<number>(law.length).fill(1);
  const error = trainingError(law, { predictor, sizes });
  checkFinite(error);
  if (!isSmall(ones)) return { trainingError: error };
  return { trainingError: error, trainingFloor: trainingError(law, { predictor, sizes: ones }) };
}

async function estimateOf(
  source: NamedSource,
  options: { law: SampledLaw; predictor: MaskPredictor; sizes: readonly number[]; seed: number },
): Promise<Estimate> {
  const { estimateTrainingError } = await import("@unmask/diffusion");
  const { streamFamily } = await import("@unmask/random");
  const { law, predictor, sizes, seed } = options;
  let cost = 0;
  let masked = law.length;
  for (const size of sizes) {
    cost += source.predictionCost?.(masked) ?? 0;
    masked -= size;
  }
  if (!(FEWEST_DRAWS * cost <= ESTIMATE_COST_LIMIT)) {
    throw new BadInput(
      `Cannot estimate the training error: operations must be at most ${ESTIMATE_COST_LIMIT}, got ${
        FEWEST_DRAWS * cost
      }`,
    );
  }
  const draws = Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(COST_AT_EASE / cost)));
  const streams = streamFamily({
    seed,
    cell: `${source.canonical};sizes=${sizes.join(",")}`,
    purpose: "training error",
  });
  return estimateTrainingError(law, { predictor, sizes, draws, streams });
}

function finite(estimate: Estimate): Estimate {
  checkFinite(estimate.mean);
  return estimate;
}

/** JSON knows no infinity, and a reader is helped more by the reason. */
function checkFinite(error: number): void {
  if (error === Infinity) {
    throw new BadInput(
      "Cannot price the predictor: every token that can occur must have a probability above 0, got an infinite training error",
    );
  }
}
