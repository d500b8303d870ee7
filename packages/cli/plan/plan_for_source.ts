import type { PlanFigureOptions } from "@unmask/reporting";
import { type MaskSizes, uniform } from "@unmask/schedules";
import { sparkline } from "../bars.ts";
import type { Answer, World } from "../command.ts";
import { countText, natsText } from "../number_text.ts";
import type { NamedSource } from "../open_source.ts";
import { sizesText } from "../sizes_text.ts";
import { exactness } from "../exactness.ts";
import { nameText, sourceText } from "../source_text.ts";
import { wrapText } from "../wrap_text.ts";
import type { Budget } from "./budget.ts";
import { exactCurvePoints } from "./draw_plan.ts";

/** A plan with the schedule that formats hand over. */
export interface PlanAnswer extends Answer {
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** The sizes of each block, where there are blocks. */
  readonly blocks?: readonly MaskSizes[];
  /** What a reader of the sizes alone should know, in words; absent where there is nothing. */
  readonly notes?: readonly string[];
  /** What a figure of it shows. */
  figure(): PlanFigureOptions;
}

/**
 * The plan for a law whose curve is known exactly.
 *
 * @param source The law
 * @param budget What may be spent
 * @param world Where progress is shown
 * @returns The optimum and the other schedules beside it
 * @throws {RangeError} On a budget that no schedule meets
 */
export async function planForSource(
  source: NamedSource,
  budget: Budget,
  { messages }: World,
): Promise<PlanAnswer> {
  const { fewestSteps, optimalSchedule } = await import("@unmask/convergence");
  const { comparisonText, comparisonWith, gainText } = await import("./comparison.ts");
  messages.show("computing the information curve");
  const curve = await source.curve();
  messages.show("planning");
  const plan = budget.kind === "steps"
    ? optimalSchedule(curve, budget)
    : fewestSteps(curve, budget);
  const { sizes, pathError } = plan;
  const steps = sizes.length;
  const comparison = comparisonWith(curve, { steps });
  return {
    sizes,
    notes: source.altered === undefined ? [] : [source.altered],
    document: { steps, sizes, pathError, ...exactness(source), comparison },
    figure: (): PlanFigureOptions => ({
      curve: exactCurvePoints(curve.conditionalEntropies),
      schedules: [
        { name: "this plan", sizes },
        { name: "uniform sizes", sizes: uniform.sizes({ length: curve.length, steps }) },
      ],
      title: `${countText(steps, "iteration")}, path error ${natsText(pathError)} nats`,
      caption: `${
        nameText(source)
      }. The shaded area, between the information curve and the stairs of the plan, is its path error.`,
    }),
    print(columns): string {
      const bars = columns - 4;
      // Where there are more sizes than bars, a bar is the mean of several.
      const averaged = Math.round(steps / bars);
      const order = `in order of unmasking${averaged > 1 ? ` (${averaged} a bar)` : ""}`;
      return sourceText(source, columns) +
        wrapText(
          `${countText(steps, "iteration")}, path error ${
            natsText(pathError)
          } nats; sizes ${order}:`,
          { columns },
        ) +
        `  ${sparkline(sizes, { columns: bars })}\n` +
        wrapText(sizesText(sizes), { columns, indent: 2 }) +
        wrapText(gainText(pathError, comparison), { columns }) +
        "\n" +
        comparisonText(plan, comparison);
    },
  };
}
