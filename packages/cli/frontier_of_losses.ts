import type { CurveEstimate } from "@unmask/estimation";
import type { Answer } from "./command.ts";
import { estimateFacts } from "./estimate_notes.ts";
import { fewOf } from "./few_of.ts";
import { notesText } from "./notes_text.ts";
import { natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import { intervalText, pathErrorOf } from "./price_text.ts";
import { sourceText } from "./source_text.ts";
import { tableText } from "./table_text.ts";

/** Splits behind the correction of every point: each is a whole frontier, twice. */
const SPLITS = 4;

/**
 * The answer of `frontier` for an estimated curve. Each point has an interval of its own; noise may
 * make a later point dearer than an earlier one.
 *
 * @param source The losses
 * @param estimate Their estimate
 * @param options `seed` of the splits that correct the prices
 * @returns The estimated path error of the plan for every number of steps
 */
export async function frontierOfLosses(
  source: NamedSource,
  estimate: CurveEstimate,
  { seed }: { seed: number },
): Promise<Answer> {
  const { frontier } = await import("@unmask/convergence");
  const { plansOnEstimate } = await import("@unmask/estimation");
  const { streamFamily } = await import("@unmask/random");
  const plans = plansOnEstimate(estimate, (curve) => frontier(curve).map(({ sizes }) => sizes), {
    streams: streamFamily({ seed, cell: source.canonical, purpose: "halves of the log" }),
    splits: SPLITS,
  });
  const points = plans.map(({ sizes, price }) => ({ steps: sizes.length, ...pathErrorOf(price) }));
  const facts = estimateFacts(estimate);
  return {
    document: { ...facts, points },
    print: (columns) =>
      sourceText(source, columns) +
      notesText(facts.notes, columns) +
      (facts.notes.length > 0 ? "\n" : "") +
      tableText(
        ["steps", "path error nats", "95% interval"],
        fewOf(1, points.length).map((steps) => {
          const { pathError, interval } = points[steps - 1]!;
          return [`${steps}`, natsText(pathError), intervalText(interval)];
        }),
      ),
  };
}
