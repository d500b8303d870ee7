import type { MaskSizes } from "@unmask/schedules";
import { sparkline } from "../bars.ts";
import type { Answer, World } from "../command.ts";
import { countText, natsText } from "../number_text.ts";
import type { NamedSource } from "../open_source.ts";
import { sizesText } from "../sizes_text.ts";
import { exactness } from "../exactness.ts";
import { sourceText } from "../source_text.ts";
import { wrapText } from "../wrap_text.ts";
import type { Budget } from "./budget.ts";

/** A plan with the schedule that formats hand over. */
export interface PlanAnswer extends Answer {
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
}

/**
 * The plan for a law whose curve is known exactly.
 *
 * @param source The law
 * @param budget What may be spent
 * @param world Where progress is shown
 * @returns The optimum and the common families beside it
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
  const curve = source.curve();
  messages.show("planning");
  const plan = budget.kind === "steps"
    ? optimalSchedule(curve, budget)
    : fewestSteps(curve, budget);
  const { sizes, pathError } = plan;
  const steps = sizes.length;
  const comparison = comparisonWith(curve, { steps });
  return {
    sizes,
    document: { steps, sizes, pathError, ...exactness(source), comparison },
    print: (columns) =>
      sourceText(source, columns) +
      wrapText(
        `${countText(steps, "iteration")}, path error ${
          natsText(pathError)
        } nats; sizes in order of unmasking:`,
        { columns },
      ) +
      `  ${sparkline(sizes, { columns: columns - 4 })}\n` +
      wrapText(sizesText(sizes), { columns, indent: 2 }) +
      `${gainText(pathError, comparison)}\n\n` +
      comparisonText(plan, comparison),
  };
}
