import { continuumSchedule, pathError } from "@unmask/convergence";
import type { InformationCurve } from "@unmask/information";
import {
  beta,
  finestDualTotalCorrelationSchedule,
  finestGeometricGridSchedule,
  finestTotalCorrelationSchedule,
  type MaskSizes,
  scheduleFamilies,
  type ScheduleFamily,
} from "@unmask/schedules";
import { countText, natsText, percentText } from "../number_text.ts";
import { tableText } from "../table_text.ts";

/** A schedule beside the plan. */
export interface Comparison {
  /** Name of its family, or of the rule that made it. */
  readonly schedule: string;
  /** Its sizes, in order of unmasking. */
  readonly sizes: readonly number[];
  /** Its path error in nats. */
  readonly pathError: number;
  /** How many steps it has, where that is fewer than the plan's. */
  readonly steps?: number;
}

/** What is compared: a plan's sizes and path error. */
type Priced = Omit<Comparison, "schedule">;

/**
 * The families that are compared: every fixed one, and of those by a Beta distribution the one
 * without a choice in it, `a = b = 1`, the squared cosine. It is the only one that is slow at both ends.
 */
export const comparedFamilies: readonly ScheduleFamily[] = [
  ...scheduleFamilies,
  beta({ a: 1, b: 1 }),
];

/**
 * Every other schedule for a number of steps: the families in use, the schedule of the continuum
 * limit, and where they exist the finest schedules that fit of those with a theorem: `tc` and `dtc`
 * for a known correlation, `geometric-grid` for nothing known.
 *
 * @param curve The curve that prices them
 * @param options `steps` of the plan
 * @returns A row per schedule, in a fixed order, the families first
 */
export function comparisonWith(
  curve: InformationCurve,
  { steps }: { steps: number },
): Comparison[] {
  const options = { length: curve.length, steps };
  const row = (schedule: string, sizes: MaskSizes): Comparison => ({
    schedule,
    sizes,
    pathError: pathError(curve, sizes),
    ...(sizes.length < steps ? { steps: sizes.length } : {}),
  });
  const constructed: [name: string, sizes: MaskSizes | undefined][] = [
    ["continuum", continuumSchedule(curve, { steps }).sizes],
    ["tc", finestTotalCorrelationSchedule(options)],
    ["dtc", finestDualTotalCorrelationSchedule(options)],
    // The grid is defined from 3 tokens on.
    ["geometric-grid", curve.length < 3 ? undefined : finestGeometricGridSchedule(options)],
  ];
  return [
    ...comparedFamilies.map((family) => row(family.name, family.sizes(options))),
    ...constructed.flatMap(([name, sizes]) => sizes === undefined ? [] : [row(name, sizes)]),
  ];
}

/**
 * The plan beside the others, as a table.
 *
 * @param plan The plan
 * @param comparison The other schedules
 * @returns Lines, the last one ended too
 */
export function comparisonText(plan: Priced, comparison: readonly Comparison[]): string {
  return tableText(
    ["schedule", "nats", "times the plan", "largest size"],
    [{ schedule: "this plan", ...plan }, ...comparison].map((row) => [
      row.steps === undefined ? row.schedule : `${row.schedule}, ${countText(row.steps, "step")}`,
      natsText(row.pathError),
      plan.pathError > 0 && row.schedule !== "this plan"
        ? (row.pathError / plan.pathError).toFixed(2)
        : "",
      `${row.sizes.reduce((most, size) => Math.max(most, size), 0)}`,
    ]),
  );
}

/** Shares below this are not worth a sentence. */
const negligible = 0.0005;

/**
 * One sentence on what the plan saves, of uniform sizes and of the best family's.
 *
 * @param planned Path error of the plan, in nats
 * @param comparison The other schedules, `uniform` among them
 * @returns The sentence
 */
export function gainText(planned: number, comparison: readonly Comparison[]): string {
  const names = new Set(comparedFamilies.map(({ name }) => name));
  const inUse = comparison.filter(({ schedule }) => names.has(schedule));
  const uniform = inUse.find(({ schedule }) => schedule === "uniform")!;
  if (uniform.pathError === 0) return "Nothing to gain: uniform sizes make no error either.";
  const gain = shareSaved(planned, uniform);
  if (gain < negligible) {
    return "Next to nothing to gain: uniform sizes are within 0.1% of the least error.";
  }
  // Ties go to the first of the families: `uniform` where nothing beats it.
  const best = inUse.reduce((least, row) => row.pathError < least.pathError ? row : least);
  const saved = `The plan saves ${percentText(gain)} of the error of uniform sizes`;
  if (best === uniform) return `${saved}, the best of the families.`;
  if (best.pathError === 0) return `${saved}; ${best.schedule} sizes make no error either.`;
  const more = shareSaved(planned, best);
  return more < negligible
    ? `${saved}; ${best.schedule} sizes are within 0.1% of the least error.`
    : `${saved}, and ${percentText(more)} of the best family's (${best.schedule}).`;
}

/** The share of a positive error that the plan saves; rounding makes it no less than 0. */
function shareSaved(planned: number, { pathError }: Comparison): number {
  return Math.max(0, 1 - planned / pathError);
}
