import type { InformationCurve } from "@unmask/information";
import type { CurveEstimate, EstimatedPathError, EstimatedPlan } from "@unmask/estimation";
import type { PlanFigureOptions } from "@unmask/reporting";
import { type MaskSizes, uniform } from "@unmask/schedules";
import { sparkline } from "../bars.ts";
import type { World } from "../command.ts";
import { notesText } from "../notes_text.ts";
import { countText, natsText } from "../number_text.ts";
import type { NamedSource } from "../open_source.ts";
import { intervalText } from "../price_text.ts";
import { sizesText } from "../sizes_text.ts";
import { nameText, sourceText } from "../source_text.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";
import type { Budget } from "./budget.ts";
import { estimatedCurvePoints } from "./draw_plan.ts";
import { type Gain, gainNotes } from "./estimated_gain.ts";
import type { PlanAnswer } from "./plan_for_source.ts";

/**
 * The plan for a curve that is estimated, from losses or from draws of a law.
 *
 * @param source The losses
 * @param estimate Their estimate
 * @param options `budget`, what may be spent; `seed` of the splits that correct the price
 * @param world Where progress is shown
 * @returns The plan on the smooth curve, priced with an interval, beside the common families
 * @throws {RangeError} On a budget that no schedule meets
 */
export async function planForLosses(
  source: NamedSource,
  estimate: CurveEstimate,
  options: { budget: Budget; seed: number },
  { messages }: World,
): Promise<PlanAnswer> {
  const { asIfExact, estimateFacts, pathErrorOf, priceNotes, priceSchedule } = await import(
    "@unmask/estimation"
  );
  const { comparedFamilies, comparisonWith } = await import("./comparison.ts");
  messages.show("planning on the log and on its splits");
  const { plan, continuum } = await planWithin(estimate, options);
  const { sizes } = plan;
  const steps = sizes.length;
  const price = pathErrorOf(plan.price);
  const comparison = comparisonWith(asIfExact(estimate.curve), { steps }).map(
    ({ pathError: _, ...row }) => ({
      ...row,
      // The log chose the continuum's sizes too.
      ...pathErrorOf(
        row.schedule === "continuum" ? continuum.price : priceSchedule(estimate, row.sizes),
      ),
    }),
  );
  const gainOver = (row: { schedule: string; sizes: readonly number[] }): Gain => {
    const { mean, interval } = plan.comparedWith(row.sizes);
    return { over: row.schedule, nats: mean, interval, explainedByNoise: !(interval[0] > 0) };
  };
  const families = new Set(comparedFamilies.map(({ name }) => name));
  const inUse = comparison.filter(({ schedule }) => families.has(schedule));
  const gain = gainOver(inUse.find(({ schedule }) => schedule === "uniform")!);
  // Ties go to the first of the families.
  const gainOverBest = gainOver(
    inUse.reduce((least, row) => row.pathError < least.pathError ? row : least),
  );
  const facts = estimateFacts(estimate);
  const thing = source.law === undefined ? "loss" : "entropy";
  const notes = [
    ...budgetNotes(options.budget, price),
    ...facts.notes,
    ...priceNotes([price, ...comparison]),
  ];
  return {
    sizes,
    notes: [source.caveat!, ...gainNotes(gain, gainOverBest), ...notes],
    document: {
      steps,
      sizes,
      ...price,
      ...facts,
      notes,
      optimism: plan.optimism,
      gain,
      gainOverBest,
      comparison,
    },
    figure: (): PlanFigureOptions => ({
      curve: estimatedCurvePoints(estimate.curve),
      schedules: [
        { name: "this plan", sizes },
        { name: "uniform sizes", sizes: uniform.sizes({ length: source.length, steps }) },
      ],
      heightTitle: `Mean ${thing} of a masked token (nats)`,
      title: `${countText(steps, "iteration")}, estimated path error ${
        natsText(price.pathError)
      } nats, 95% interval ${intervalText(price.interval)}`,
      caption: `${nameText(source)}. The curve is a smooth fit of ${
        thing === "loss" ? "the losses" : "entropies at random states"
      }, its band two standard errors wide on either side and cut at the axes; dotted where the log has no data. The shaded area is the fit's own path error; the title's is corrected for planning on it.`,
    }),
    print: (columns) =>
      sourceText(source, columns) +
      wrapText(
        `${countText(steps, "iteration")}, estimated path error ${
          natsText(price.pathError)
        } nats, 95% interval ${intervalText(price.interval)}; sizes in order of unmasking:`,
        { columns },
      ) +
      `  ${sparkline(sizes, { columns: columns - 4 })}\n` +
      wrapText(sizesText(sizes), { columns, indent: 2 }) +
      notesText([...gainNotes(gain, gainOverBest), ...notes], columns) +
      "\n" +
      tableText(
        ["schedule", "nats", "95% interval", "largest size"],
        [{ schedule: "this plan", sizes, steps: undefined, ...price }, ...comparison].map((row) => [
          row.steps === undefined
            ? row.schedule
            : `${row.schedule}, ${countText(row.steps, "step")}`,
          natsText(row.pathError),
          intervalText(row.interval),
          `${row.sizes.reduce((most, size) => Math.max(most, size), 0)}`,
        ]),
      ),
  };
}

/** What an allowed error means for an estimate. */
function budgetNotes(budget: Budget, { interval }: EstimatedPathError): string[] {
  if (budget.kind !== "error" || interval === null) return [];
  const within = `The estimate is within the budget of ${budget.error} nats`;
  return [
    interval[1] > budget.error
      ? `${within}, the true error perhaps not: its interval reaches to ${natsText(interval[1])}.`
      : `${within}, and so is its whole interval.`,
  ];
}

/**
 * The plan of the budget with the continuum's schedule in as many steps; for an error, the fewest
 * steps whose price, corrected, is within it.
 */
async function planWithin(
  estimate: CurveEstimate,
  { budget, seed }: { budget: Budget; seed: number },
): Promise<{ plan: EstimatedPlan; continuum: EstimatedPlan }> {
  const { continuumSchedule, fewestSteps, optimalSchedule } = await import("@unmask/convergence");
  const { asIfExact, logStreams, plansOnEstimate, splitsFor } = await import("@unmask/estimation");
  const { length } = estimate.log;
  const streams = logStreams(estimate.log, { seed });
  const splits = splitsFor(length);
  const plansAt = (steps: number): { plan: EstimatedPlan; continuum: EstimatedPlan } => {
    const planner = (curve: InformationCurve): MaskSizes[] => [
      optimalSchedule(curve, { steps }).sizes,
      continuumSchedule(curve, { steps }).sizes,
    ];
    const [plan, continuum] = plansOnEstimate(estimate, planner, { streams, splits });
    return { plan: plan!, continuum: continuum! };
  };
  if (budget.kind === "steps") return plansAt(budget.steps);
  let { length: steps } = fewestSteps(asIfExact(estimate.curve), budget).sizes;
  let plans = plansAt(steps);
  while (plans.plan.price.mean > budget.error && steps < length) plans = plansAt(++steps);
  return plans;
}
