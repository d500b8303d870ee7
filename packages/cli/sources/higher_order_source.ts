import type { CurveEstimate } from "@unmask/estimation";
import type { JointTable } from "@unmask/information";
import type { HigherOrderChain } from "@unmask/potts";
import { BadInput } from "../bad_input.ts";
import type { EstimateOptions, OpenedSource } from "../source_kind.ts";

/** Most sequences of a chain whose curve is enumerated: a second's work. */
const ENUMERATION_LIMIT = 2 ** 20;

/** Places of a longer chain at which its curve is estimated, denser towards both ends. */
const PLACES = 48;

/** Length up to which there is a place at every number of revealed tokens. */
const EVERY_PLACE = 64;

/** Draws at each place of a chain of up to 64 tokens; of a longer one, whose draws say more, fewer. */
const MOST_DRAWS = 64;
const FEWEST_DRAWS = 16;

/**
 * A chain whose curve has no closed form, as an opened source: its curve is exact where its sequences
 * can be enumerated, and estimated from draws elsewhere. A prediction is a pass over all contexts.
 *
 * @param law The chain
 * @param options `cell`, a text that names the law, to key its draws by
 * @returns The source
 */
export async function higherOrderSource(
  law: HigherOrderChain,
  { cell }: { cell: string },
): Promise<OpenedSource> {
  const { length, vocabularySize, transitions: { order } } = law;
  const common = {
    length,
    vocabularySize,
    law,
    predictionCost: (): number => 2 * length * vocabularySize ** (order + 1),
  };
  if (vocabularySize ** length <= ENUMERATION_LIMIT) {
    const table = await enumerated(law);
    return { ...common, curve: () => table.informationCurve() };
  }
  return {
    ...common,
    curve(): never {
      throw new BadInput(
        `Cannot use the source: its curve must be exact here, got a chain of order ${order} and length ${length}, whose curve is estimated`,
      );
    },
    estimate: (options) => estimatedCurve(law, { ...options, cell }),
  };
}

async function enumerated(law: HigherOrderChain): Promise<JointTable> {
  const { JointTable, sequenceOfCell } = await import("@unmask/information");
  const { length, vocabularySize } = law;
  const tokens = new Int32Array(length);
  const masses = Float64Array.from({ length: vocabularySize ** length }, (_, cell) => {
    sequenceOfCell(cell, vocabularySize, tokens);
    return Math.exp(law.logProbability(tokens));
  });
  return JointTable.fromWeights(masses, law);
}

async function estimatedCurve(
  law: HigherOrderChain,
  { seed, observe, cell }: EstimateOptions & { cell: string },
): Promise<CurveEstimate> {
  const { drawnLog, estimateCurve } = await import("@unmask/estimation");
  const { streamFamily } = await import("@unmask/random");
  const { length } = law;
  const places = placesOf(length);
  const draws = Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, Math.floor(MOST_DRAWS ** 2 / length)));
  const streams = streamFamily({ seed, cell, purpose: "information curve" });
  const of = places.length * draws;
  const log = drawnLog(law, {
    places,
    draws,
    streams,
    observe: (done) => observe(`estimating the information curve: ${done} of ${of} draws`),
  });
  return estimateCurve(log);
}

/** All counts of revealed tokens where they are few, else Chebyshev's points among them. */
function placesOf(length: number): number[] {
  if (length <= EVERY_PLACE) return Array.from({ length }, (_, k) => k);
  return Array.from(
    { length: PLACES },
    (_, j) => Math.round((length - 1) * (1 - Math.cos(Math.PI * j / (PLACES - 1))) / 2),
  ).filter((place, j, all) => place !== all[j - 1]);
}
