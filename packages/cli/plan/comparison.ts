import { pathError } from "@unmask/convergence";
import type { InformationCurve } from "@unmask/information";
import { scheduleFamilies } from "@unmask/schedules";
import { natsText, percentText } from "../number_text.ts";
import { tableText } from "../table_text.ts";

/** A schedule beside the plan, in as many steps. */
export interface Comparison {
  /** Name of its family. */
  readonly schedule: string;
  /** Its sizes, in order of unmasking. */
  readonly sizes: readonly number[];
  /** Its path error in nats. */
  readonly pathError: number;
}

/** What is compared: a plan's sizes and path error. */
type Priced = Omit<Comparison, "schedule">;

/**
 * Every family of schedules in as many steps as a plan takes.
 *
 * @param curve The curve that prices them
 * @param options `steps` of the plan
 * @returns A row per family, in their fixed order
 */
export function comparisonWith(
  curve: InformationCurve,
  { steps }: { steps: number },
): Comparison[] {
  return scheduleFamilies.map((family): Comparison => {
    const sizes = family.sizes({ length: curve.length, steps });
    return { schedule: family.name, sizes, pathError: pathError(curve, sizes) };
  });
}

/**
 * The plan beside the families, as a table.
 *
 * @param plan The plan
 * @param comparison The families
 * @returns Lines, the last one ended too
 */
export function comparisonText(plan: Priced, comparison: readonly Comparison[]): string {
  return tableText(
    ["schedule", "nats", "times the plan", "largest size"],
    [{ schedule: "this plan", ...plan }, ...comparison].map((row) => [
      row.schedule,
      natsText(row.pathError),
      plan.pathError > 0 && row.schedule !== "this plan"
        ? (row.pathError / plan.pathError).toFixed(2)
        : "",
      `${row.sizes.reduce((most, size) => Math.max(most, size), 0)}`,
    ]),
  );
}

/**
 * One sentence on what the plan saves.
 *
 * @param planned Path error of the plan, in nats
 * @param comparison The families, `uniform` among them
 * @returns The sentence
 */
export function gainText(planned: number, comparison: readonly Comparison[]): string {
  const uniform = comparison.find((row) => row.schedule === "uniform")!.pathError;
  if (uniform === 0) return "Nothing to gain: uniform sizes make no error either.";
  const gain = Math.max(0, 1 - planned / uniform);
  return gain < 0.0005
    ? "Next to nothing to gain: uniform sizes are within 0.1% of the least error."
    : `The plan saves ${percentText(gain)} of the error of uniform sizes.`;
}
