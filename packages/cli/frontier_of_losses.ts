import type { CurveEstimate } from "@unmask/estimation";
import type { InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import type { Answer } from "./command.ts";
import { fewOf } from "./few_of.ts";
import { notesText } from "./notes_text.ts";
import { natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import { intervalText } from "./price_text.ts";
import { sourceText } from "./source_text.ts";
import { tableText } from "./table_text.ts";

/** Splits behind the correction of every point: each is a whole frontier, twice. */
const SPLITS = { short: 16, long: 4 };

/** Sequences up to which a whole frontier takes some milliseconds. */
const SHORT = 256;

/**
 * The answer of `frontier` for an estimated curve. Each point has an interval of its own; noise may
 * make a later point dearer than an earlier one. All points of as many tokens as an exact frontier
 * gives all of, and of longer sequences a few.
 *
 * @param source The losses
 * @param estimate Their estimate
 * @param options `seed` of the splits that correct the prices
 * @returns The estimated path error of the plan for each number of steps
 */
export async function frontierOfLosses(
  source: NamedSource,
  estimate: CurveEstimate,
  { seed }: { seed: number },
): Promise<Answer> {
  const { FRONTIER_LENGTH_LIMIT, layeredProgram, optimalSchedule } = await import(
    "@unmask/convergence"
  );
  const { estimateFacts, logStreams, pathErrorOf, plansOnEstimate, priceNotes } = await import(
    "@unmask/estimation"
  );
  const complete = source.length <= FRONTIER_LENGTH_LIMIT;
  const every = Array.from({ length: complete ? source.length : 0 }, (_, t) => t + 1);
  const planner = (curve: InformationCurve): MaskSizes[] => {
    if (!complete) {
      return fewOf(1, curve.length).map((steps) => optimalSchedule(curve, { steps }).sizes);
    }
    const program = layeredProgram(curve, { maximumSteps: curve.length });
    return every.map((steps) => program.schedule(steps));
  };
  const plans = plansOnEstimate(estimate, planner, {
    streams: logStreams(estimate.log, { seed }),
    splits: source.length <= SHORT ? SPLITS.short : SPLITS.long,
  });
  const points = plans.map(({ sizes, price }) => ({ steps: sizes.length, ...pathErrorOf(price) }));
  const facts = estimateFacts(estimate);
  const notes = [...facts.notes, ...priceNotes(points)];
  return {
    document: { ...facts, notes, points, complete },
    print: (columns) =>
      sourceText(source, columns) +
      notesText(notes, columns) +
      (notes.length > 0 ? "\n" : "") +
      tableText(
        ["steps", "path error nats", "95% interval"],
        fewOf(1, source.length).map((wanted) => {
          const { steps, pathError, interval } = points.find(({ steps }) => steps >= wanted)!;
          return [`${steps}`, natsText(pathError), intervalText(interval)];
        }),
      ),
  };
}
