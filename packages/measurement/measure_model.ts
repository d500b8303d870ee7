import { fewestSteps, optimalSchedule } from "@unmask/convergence";
import { asIfExact } from "@unmask/estimation";
import type { Estimate } from "@unmask/information";
import { type StreamFamily, streamFamily } from "@unmask/random";
import { cosine, type MaskSizes, type ScheduleFamily, uniform } from "@unmask/schedules";
import { chosenCounts } from "./chosen_counts.ts";
import { DEFAULT_COUNTS, estimateModelCurve } from "./estimate_model_curve.ts";
import { fitModelCurve, type ModelCurveFit } from "./fit_model_curve.ts";
import { measuredDifference, type MeasuredNll, measurePathNll } from "./measure_path_nll.ts";
import { type ModelPlan, planOnModelCurve } from "./plan_on_model_curve.ts";
import { predictedDifference, predictNll } from "./predict_nll.ts";
import { type RevealPattern, revealPattern } from "./reveal_pattern.ts";
import type { ScoredModel } from "./scored_model.ts";
import type { SplitSequences } from "./split_sequences.ts";
import { validationScore } from "./validation_score.ts";

/** What a plan of a model may spend: steps, or nats more than one token at a time. */
export type ModelBudget = { readonly steps: number } | { readonly error: number };

/** A part of a measurement. */
export interface MeasurementPhase {
  /** What is done. */
  readonly phase: "curve" | "validation";
  /** States that were answered. */
  readonly done: number;
  /** States in all. */
  readonly states: number;
}

/** What a model is measured on, and how. */
export interface MeasurementDesign {
  /** Rows for the curve, and others that it is held against. */
  readonly sequences: SplitSequences;
  /** What the plan may spend. */
  readonly budget: ModelBudget;
  /** Seed of the orders and splits. */
  readonly seed: number;
  /** What is always revealed; nothing by default. */
  readonly pattern?: RevealPattern;
  /** Most revealed counts that the curve is measured at, 64 by default. */
  readonly counts?: number;
  /** Families that are measured beside the plan; uniform and cosine by default. */
  readonly families?: readonly ScheduleFamily[];
  /** States of a batch. */
  readonly batch?: number;
  /** Ends the measurement. */
  readonly signal?: AbortSignal;
  /** Told when a part begins, and after each batch. */
  readonly onProgress?: (phase: MeasurementPhase) => void;
}

/** A schedule, as the curve predicts it and as it was measured. */
export interface MeasuredSchedule {
  /** Name of its family; `plan` for the plan, `one-at-a-time` for `F` steps. */
  readonly schedule: string;
  /** Sizes in order of unmasking. */
  readonly sizes: readonly number[];
  /**
   * NLL that the curve predicts, nats a sequence. The plan's is corrected for being chosen on the curve,
   * see {@linkcode ModelPlan}, and with it that of a family of the same sizes.
   */
  readonly predicted: Estimate;
  /** What the curve predicts it to cost more than one token at a time; corrected likewise. */
  readonly aboveOneAtATime: Estimate;
  /** NLL along its paths on sequences that the curve has not seen; absent where it was not measured. */
  readonly measured?: Estimate;
  /** Measured against predicted, in standard errors of their difference. */
  readonly z?: number;
}

/** What was found of a model. */
export interface ModelMeasurement {
  /** The curve and the splines through it. */
  readonly fit: ModelCurveFit;
  /** The plan first, then the families, and one token at a time. */
  readonly schedules: readonly MeasuredSchedule[];
  /** The plan. */
  readonly plan: ModelPlan;
  /**
   * What the first family cost more than the plan, sequence by sequence, on sequences that the plan was
   * not made on.
   */
  readonly gain: { readonly over: string; readonly nats: Estimate };
}

/**
 * Measures a model: its curve on some sequences, a plan on that curve, and the NLL of the plan and of
 * families on other sequences, held against what the curve predicts.
 *
 * @param model The model
 * @param design `sequences`, `budget`, `seed`, and choices
 * @returns What was found
 * @throws {RangeError} On sequences, a pattern or a budget that do not suit the model, or a model that
 *   excludes a token of the text
 */
export async function measureModel(
  model: ScoredModel,
  design: MeasurementDesign,
): Promise<ModelMeasurement> {
  const { sequences, pattern = revealPattern(model.length), budget } = design;
  const { families = [uniform, cosine] } = design;
  const { length } = pattern.unmasked;
  if ("steps" in budget) checkSteps(budget.steps, length);
  const asking = {
    pattern,
    ...(design.batch !== undefined && { batch: design.batch }),
    ...(design.signal !== undefined && { signal: design.signal }),
  };
  const counts = chosenCounts(length, { most: design.counts ?? DEFAULT_COUNTS });
  const fit = fitModelCurve(
    await estimateModelCurve(model, {
      ...asking,
      sequences: sequences.curve,
      counts,
      streams: streamsOf(design, "orders of the curve"),
      ...reporting(design, "curve", sequences.curve.length * counts.length),
    }),
  );
  const steps = "steps" in budget
    ? budget.steps
    : fewestSteps(asIfExact(fit.estimate.curve), budget).sizes.length;
  const plan = planOnModelCurve(fit, (curve) => optimalSchedule(curve, { steps }).sizes, {
    streams: streamsOf(design, "splits of the curve"),
  });
  const named: [string, MaskSizes][] = [
    ["plan", plan.sizes],
    ...families.map((family): [string, MaskSizes] => [
      family.name,
      family.sizes({ length, steps }),
    ]),
  ];
  const measured = await measurePathNll(model, {
    ...asking,
    sequences: sequences.validation,
    schedules: named.map(([, sizes]) => sizes),
    streams: streamsOf(design, "orders of the validation"),
    ...reporting(
      design,
      "validation",
      sequences.validation.length * named.reduce((sum, [, sizes]) => sum + sizes.length, 0),
    ),
  });
  return {
    fit,
    plan,
    schedules: scheduleRows(fit, { plan, named, measured }),
    gain: { over: named[1]![0], nats: measuredDifference(measured[1]!, measured[0]!) },
  };
}

function scheduleRows(
  fit: ModelCurveFit,
  { plan, named, measured }: {
    plan: ModelPlan;
    named: readonly [string, MaskSizes][];
    measured: readonly MeasuredNll[];
  },
): MeasuredSchedule[] {
  const ones = new Array<number>(fit.curve.length).fill(1);
  const rows = named.map(([schedule, sizes], s): MeasuredSchedule => {
    const isPlan = areEqual(sizes, plan.sizes);
    const predicted = isPlan ? plan.predicted : predictNll(fit, sizes);
    const above = predictedDifference(fit, { more: sizes, less: ones });
    return {
      schedule,
      sizes,
      predicted,
      aboveOneAtATime: isPlan ? { ...above, mean: above.mean + plan.optimism } : above,
      measured: measured[s]!.nll,
      z: validationScore(measured[s]!.nll, predicted),
    };
  });
  const { draws } = plan.predicted;
  return [...rows, {
    schedule: "one-at-a-time",
    sizes: ones,
    predicted: predictNll(fit, ones),
    aboveOneAtATime: { mean: 0, standardError: 0, draws },
  }];
}

function areEqual(some: MaskSizes, others: MaskSizes): boolean {
  return some.length === others.length && some.every((size, t) => size === others[t]);
}

function checkSteps(steps: number, length: number): void {
  if (Number.isSafeInteger(steps) && steps >= 1 && steps <= length) return;
  throw new RangeError(
    `Cannot plan on a model's curve: steps must be from 1 to ${length}, the positions to unmask, got ${steps}`,
  );
}

function streamsOf({ seed }: MeasurementDesign, purpose: string): StreamFamily {
  return streamFamily({ seed, cell: "measurement of a model", purpose });
}

function reporting(
  { onProgress }: MeasurementDesign,
  phase: MeasurementPhase["phase"],
  states: number,
): { onProgress?: (done: number) => void } {
  if (onProgress === undefined) return {};
  onProgress({ phase, done: 0, states });
  return { onProgress: (done) => onProgress({ phase, done, states }) };
}
