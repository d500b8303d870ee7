import type { InformationCurve } from "@unmask/information";
import type { CurveEstimate, EstimatedPlan, PriceEstimate } from "@unmask/estimation";
import type { PlanFigureOptions } from "@unmask/reporting";
import { type MaskSizes, scheduleFamilies, uniform } from "@unmask/schedules";
import { sparkline } from "../bars.ts";
import type { World } from "../command.ts";
import { notesText } from "../notes_text.ts";
import { countText, natsText } from "../number_text.ts";
import type { NamedSource } from "../open_source.ts";
import { intervalText, pathErrorOf } from "../price_text.ts";
import { sizesText } from "../sizes_text.ts";
import { headingText, sourceText } from "../source_text.ts";
import { tableText } from "../table_text.ts";
import { wrapText } from "../wrap_text.ts";
import type { Budget } from "./budget.ts";
import { estimatedCurvePoints } from "./draw_plan.ts";
import type { PlanAnswer } from "./plan_for_source.ts";

/**
 * The plan for a curve that is estimated from losses.
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
  const { estimateFacts, priceSchedule } = await import("@unmask/estimation");
  messages.show("planning on the log and on its halves");
  const plan = await planWithin(source, estimate, options);
  const { sizes } = plan;
  const steps = sizes.length;
  const price = pathErrorOf(plan.price);
  const comparison = scheduleFamilies.map((family) => {
    const sizes = family.sizes({ length: source.length, steps });
    return { schedule: family.name, sizes, ...pathErrorOf(priceSchedule(estimate, sizes)) };
  });
  const gain = plan.comparedWith(
    comparison.find(({ schedule }) => schedule === "uniform")!.sizes,
  );
  const explainedByNoise = !(gain.interval[0] > 0);
  const facts = estimateFacts(estimate);
  return {
    sizes,
    document: {
      steps,
      sizes,
      ...price,
      ...facts,
      optimism: plan.optimism,
      gain: { over: "uniform", nats: gain.mean, interval: gain.interval, explainedByNoise },
      comparison,
    },
    figure: (): PlanFigureOptions => ({
      curve: estimatedCurvePoints(estimate.curve),
      schedules: [
        { name: "this plan", sizes },
        { name: "uniform sizes", sizes: uniform.sizes({ length: source.length, steps }) },
      ],
      title: `${countText(steps, "iteration")}, estimated path error ${
        natsText(price.pathError)
      } nats`,
      caption: `${
        headingText(source)
      }. The curve is a smooth fit of the losses, its band two standard errors wide on either side; dotted where the log has no data. The shaded area is the fit's own path error; the title's is corrected for planning on it.`,
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
      wrapText(gainText(gain, explainedByNoise), { columns }) +
      notesText(facts.notes, columns) +
      "\n" +
      tableText(
        ["schedule", "nats", "95% interval", "largest size"],
        [{ schedule: "this plan", sizes, ...price }, ...comparison].map((row) => [
          row.schedule,
          natsText(row.pathError),
          intervalText(row.interval),
          `${row.sizes.reduce((most, size) => Math.max(most, size), 0)}`,
        ]),
      ),
  };
}

function gainText(gain: PriceEstimate, explainedByNoise: boolean): string {
  const amount = `${natsText(gain.mean)} nats, 95% interval ${intervalText(gain.interval)}`;
  return explainedByNoise
    ? `Noise can explain the gain over uniform sizes: ${amount}.`
    : `The plan saves over uniform sizes: ${amount}.`;
}

/** The plan of the budget; for an error, the fewest steps whose price, corrected, is within it. */
async function planWithin(
  source: NamedSource,
  estimate: CurveEstimate,
  { budget, seed }: { budget: Budget; seed: number },
): Promise<EstimatedPlan> {
  const { fewestSteps, optimalSchedule } = await import("@unmask/convergence");
  const { asIfExact, planOnEstimate } = await import("@unmask/estimation");
  const { streamFamily } = await import("@unmask/random");
  const streams = streamFamily({ seed, cell: source.canonical, purpose: "halves of the log" });
  const planAt = (steps: number): EstimatedPlan =>
    planOnEstimate(
      estimate,
      (curve: InformationCurve): MaskSizes => optimalSchedule(curve, { steps }).sizes,
      { streams },
    );
  if (budget.kind === "steps") return planAt(budget.steps);
  let { length: steps } = fewestSteps(asIfExact(estimate.curve), budget).sizes;
  let plan = planAt(steps);
  while (plan.price.mean > budget.error && steps < source.length) plan = planAt(++steps);
  return plan;
}
