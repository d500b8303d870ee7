import { optimalSchedule } from "@unmask/convergence";
import { type Estimate, estimateMean } from "@unmask/information";
import {
  fitModelCurve,
  type ModelCurveFit,
  planOnModelCurve,
  predictedDifference,
  predictNll,
  splitSequences,
} from "@unmask/measurement";
import { type StreamFamily, streamFamily } from "@unmask/random";
import { type MaskSizes, type ScheduleFamily, uniform } from "@unmask/schedules";
import { type NestedPaths, nestedPaths, nllAlong } from "../nested_paths.ts";
import { pairedCurve } from "../paired_curve.ts";
import { withTrainedText } from "../trained_text.ts";
import { LENGTH, ONES, PLAN, type Result } from "./result.ts";

/** Seed of the halves, the orders and the splits. */
export const SEED = 20250521;

/** What is measured on a text. */
export interface TextDesign {
  /** The corpus. */
  readonly corpus: string;
  /** Windows of each half. */
  readonly windows: number;
  /** Families of schedules beside the plan. */
  readonly families: readonly ScheduleFamily[];
  /** Numbers of steps. */
  readonly steps: readonly number[];
}

/** The two halves of a text: a curve, and the paths that it is held against. */
interface Halves {
  readonly fit: ModelCurveFit;
  readonly paths: NestedPaths;
}

/** One letter at a time. */
const ones = uniform.sizes({ length: LENGTH, steps: LENGTH });

/**
 * What schedules cost on a text: predicted from the curve of one half of its windows, measured along
 * paths of the other half.
 *
 * @param design The text, and what is measured
 * @returns A row for each schedule and number of steps, and one for one letter at a time
 */
export async function measuredText(design: TextDesign): Promise<Result[]> {
  const halves = await halvesOf(design);
  const rows = design.steps.flatMap((steps) => {
    const plan = planOnModelCurve(
      halves.fit,
      (curve) => optimalSchedule(curve, { steps }).sizes,
      { streams: streamsOf(design, `splits of ${steps} steps`) },
    );
    return [
      rowOf(design, { ...halves, schedule: PLAN, sizes: plan.sizes, optimism: plan.optimism }),
      ...design.families.map((family) => {
        const sizes = family.sizes({ length: LENGTH, steps });
        return rowOf(design, { ...halves, schedule: family.name, sizes, optimism: 0 });
      }),
    ];
  });
  return [...rows, rowOf(design, { ...halves, schedule: ONES, sizes: ones, optimism: 0 })];
}

function halvesOf(design: TextDesign): Promise<Halves> {
  const { corpus, windows: each } = design;
  return withTrainedText(corpus, async ({ model, windows }) => {
    const halves = splitSequences(windows, { each, stream: streamsOf(design, "halves").at(0) });
    const ofCurve = await nestedPaths(model, {
      sequences: halves.curve,
      streams: streamsOf(design, "orders of the curve"),
    });
    const paths = await nestedPaths(model, {
      sequences: halves.validation,
      streams: streamsOf(design, "orders of the paths"),
    });
    return { fit: fitModelCurve(pairedCurve(ofCurve)), paths };
  });
}

/** Beside sizes, what choosing them by the curve makes them look better by there. */
type Scheduled = Halves & { schedule: string; sizes: MaskSizes; optimism: number };

function rowOf(
  { corpus, windows }: TextDesign,
  { fit, paths, schedule, sizes, optimism }: Scheduled,
): Result {
  const balanced = uniform.sizes({ length: LENGTH, steps: sizes.length });
  const own = nllAlong(paths, sizes);
  const more = (less: MaskSizes): Estimate => {
    const others = nllAlong(paths, less);
    return estimateMean(own.map((nll, n) => nll - others[n]!));
  };
  const nll = estimateMean(own);
  const predictedNll = predictNll(fit, sizes);
  const excess = more(ones);
  const predictedExcess = predictedDifference(fit, { more: sizes, less: ones });
  const overUniform = more(balanced);
  const predictedOverUniform = predictedDifference(fit, { more: sizes, less: balanced });
  return {
    corpus,
    schedule,
    steps: sizes.length,
    windows,
    nll: nll.mean / LENGTH,
    nllError: nll.standardError / LENGTH,
    predictedNll: (predictedNll.mean + optimism) / LENGTH,
    predictedNllError: predictedNll.standardError / LENGTH,
    excess: excess.mean,
    excessError: excess.standardError,
    predictedExcess: predictedExcess.mean + optimism,
    predictedExcessError: predictedExcess.standardError,
    overUniform: overUniform.mean,
    overUniformError: overUniform.standardError,
    predictedOverUniform: predictedOverUniform.mean + optimism,
    predictedOverUniformError: predictedOverUniform.standardError,
  };
}

function streamsOf({ corpus }: TextDesign, purpose: string): StreamFamily {
  return streamFamily({ seed: SEED, cell: `balanced-and-unbalanced:${corpus}`, purpose });
}
