import type { BlockSchedule } from "@unmask/convergence";
import type { InformationCurve } from "@unmask/information";
import type { PlanFigureOptions } from "@unmask/reporting";
import {
  type BlockLengths,
  checkBlockSteps,
  evenBlockSteps,
  scheduleFamilies,
  uniform,
} from "@unmask/schedules";
import { blockCurvesOf } from "../block_curves_of.ts";
import { blockRecords, blockTable } from "../block_table.ts";
import type { World } from "../command.ts";
import { countText, natsText, percentText } from "../number_text.ts";
import type { NamedSource } from "../open_source.ts";
import { nameText, sourceText } from "../source_text.ts";
import { wrapText } from "../wrap_text.ts";
import type { Budget } from "./budget.ts";
import type { Comparison } from "./comparison.ts";
import { exactCurvePoints } from "./draw_plan.ts";
import type { PlanAnswer } from "./plan_for_source.ts";

/**
 * The plan for a law whose tokens are unmasked in blocks from left to right, at random inside each.
 *
 * @param source The law
 * @param options `lengths` of the blocks; `budget`, what may be spent on all of them
 * @param world Where progress is shown
 * @returns The best split of the steps and the best sizes of each block, beside what samplers do by
 *   habit and what random order over the whole sequence costs in as many steps
 * @throws {RangeError} On a budget that the blocks cannot meet, or where only a curve is known
 */
export async function planForBlocks(
  source: NamedSource,
  { lengths, budget }: { lengths: BlockLengths; budget: Budget },
  { messages }: World,
): Promise<PlanAnswer> {
  if (budget.kind === "steps") checkBlockSteps(lengths, budget.steps);
  const { fewestBlockSteps, optimalBlockSchedule } = await import("@unmask/convergence");
  const { comparisonText } = await import("./comparison.ts");
  messages.show("computing the information curves of the blocks");
  const curves = await blockCurvesOf(source, lengths);
  messages.show("planning");
  const plan = budget.kind === "steps"
    ? optimalBlockSchedule(curves, budget)
    : fewestBlockSteps(curves, budget);
  messages.show("comparing");
  const comparison = await comparisonOfBlocks(curves, { plan, whole: await source.curve() });
  const { sizes, pathError } = plan;
  const steps = sizes.length;
  const records = blockRecords(plan);
  return {
    sizes,
    blocks: plan.blocks.map((block) => block.sizes),
    document: { steps, sizes, pathError, exact: true, comparison, blocks: records },
    // The curves of the blocks end to end: the area above them is that of all blocks together.
    figure: (): PlanFigureOptions => ({
      curve: exactCurvePoints(
        Float64Array.from(curves.flatMap((curve) => [...curve.conditionalEntropies])),
      ),
      schedules: [
        { name: "this plan", sizes },
        { name: "as many steps a block", sizes: comparison[0]!.sizes },
      ],
      title: `${countText(steps, "iteration")} in ${
        countText(lengths.length, "block")
      }, path error ${natsText(pathError)} nats`,
      caption: `${
        nameText(source)
      }. The shaded area, between the curves of the blocks, one after another, and the stairs of the plan, is its path error.`,
    }),
    print: (columns) =>
      sourceText(source, columns) +
      wrapText(
        `${countText(steps, "iteration")} in ${
          countText(lengths.length, "block")
        } from left to right, random order inside each, path error ${natsText(pathError)} nats`,
        { columns },
      ) +
      "\n" +
      blockTable(records, columns) +
      "\n" +
      wrapText(habitText(pathError, errorOf(comparison, "even-split-uniform")), { columns }) +
      wrapText(orderText(pathError, errorOf(comparison, "no-blocks-optimal")), { columns }) +
      "\n" +
      comparisonText(plan, comparison),
  };
}

/**
 * What else could be done in as many steps: the habit of samplers (`even-split-uniform`), every family
 * in the plan's own split, and random order over the whole sequence.
 */
async function comparisonOfBlocks(
  curves: readonly InformationCurve[],
  { plan, whole }: { plan: BlockSchedule; whole: InformationCurve },
): Promise<Comparison[]> {
  const { blockPathError, optimalSchedule, pathError } = await import("@unmask/convergence");
  const lengths = curves.map(({ length }) => length);
  const steps = plan.sizes.length;
  const inBlocks = (
    schedule: string,
    sizesOf: (length: number, block: number) => readonly number[],
  ): Comparison => {
    const priced = blockPathError(curves, lengths.flatMap((length, b) => [...sizesOf(length, b)]));
    return { schedule, sizes: priced.sizes, pathError: priced.pathError };
  };
  const even = evenBlockSteps(lengths, { steps });
  const optimal = optimalSchedule(whole, { steps });
  const balanced = uniform.sizes({ length: whole.length, steps });
  return [
    inBlocks("even-split-uniform", (length, b) => uniform.sizes({ length, steps: even[b]! })),
    ...scheduleFamilies.map((family) =>
      inBlocks(
        `same-split-${family.name}`,
        (length, b) => family.sizes({ length, steps: plan.blocks[b]!.sizes.length }),
      )
    ),
    { schedule: "no-blocks-optimal", ...optimal },
    { schedule: "no-blocks-uniform", sizes: balanced, pathError: pathError(whole, balanced) },
  ];
}

function errorOf(comparison: readonly Comparison[], schedule: string): number {
  return comparison.find((row) => row.schedule === schedule)!.pathError;
}

/** What the plan saves of the habitual rule. */
function habitText(planned: number, habit: number): string {
  const rule = "as many uniform iterations in every block";
  if (habit === 0) return `Nothing to gain: ${rule} make no error either.`;
  const gain = Math.max(0, 1 - planned / habit);
  return gain < 0.0005
    ? `Next to nothing to gain: ${rule} are within 0.1% of the least error.`
    : `The plan saves ${percentText(gain)} of the error of ${rule}, the habit of samplers.`;
}

/** What the blocks themselves cost or save. */
function orderText(planned: number, whole: number): string {
  const rival = "the best plan in random order over the whole sequence";
  if (planned === whole) return `The blocks cost nothing: ${rival} has the same error.`;
  if (whole === 0) return `The blocks cost ${natsText(planned)} nats: ${rival} makes no error.`;
  const more = planned / whole - 1;
  if (Math.abs(more) < 0.0005) return `The blocks make no odds: ${rival} is within 0.1%.`;
  if (more >= 1) {
    const times = planned / whole;
    return `The blocks make ${times.toFixed(times < 100 ? 1 : 0)} times the error of ${rival}.`;
  }
  return more > 0
    ? `The blocks cost ${percentText(more)} more than ${rival}.`
    : `The blocks save ${percentText(-more)} of the error of ${rival}.`;
}
