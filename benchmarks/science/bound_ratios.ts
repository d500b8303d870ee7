import { type Bound, BOUND_SLACK, bounds, pathError, type TokenDoubt } from "@unmask/convergence";
import { MASK, type Source } from "@unmask/information";
import {
  finestDualTotalCorrelationSchedule,
  finestGeometricGridSchedule,
  finestTotalCorrelationSchedule,
  type MaskSizes,
  scheduleFamilies,
} from "@unmask/schedules";
import type { ScienceBenchmark, ScienceFigure } from "../science_benchmark.ts";
import { type StandardLaw, standardLaws } from "../standard_laws.ts";

/** Numbers of steps in which schedules are made. */
const STEPS = [1, 4, 16, 32] as const;

/**
 * Every published bound over the exact error that it bounds: least and greatest ratio over the
 * schedules it applies to. A new bound of the package appears by itself.
 */
export const science: ScienceBenchmark = {
  name: "bound-ratios",
  title: "published bounds over exact errors, least and greatest over schedules",
  figures: () => boundRatios(bounds),
};

/**
 * The ratios of some bounds.
 *
 * @param judged The bounds
 * @returns For each bound and each standard law that it says something of, its extreme ratios
 * @throws {RangeError} When a bound applies to none of the schedules tried
 */
export function boundRatios(judged: readonly Bound[]): ScienceFigure[] {
  const laws = standardLaws().map((law) => ({ law, schedules: schedulesOf(law.length) }));
  return judged.flatMap((bound) => {
    const figures = laws.flatMap(({ law, schedules }) => ratiosOf(bound, { law, schedules }));
    if (figures.length === 0) {
      throw new RangeError(
        `Cannot rate the bound ${bound.key}: it must apply to a schedule of a standard law, got none`,
      );
    }
    return figures;
  });
}

/** The families, and the schedules that were constructed for a bound. */
function schedulesOf(length: number): MaskSizes[] {
  return STEPS.flatMap((steps) => {
    const options = { length, steps };
    const constructed = [
      finestTotalCorrelationSchedule(options),
      finestDualTotalCorrelationSchedule(options),
      finestGeometricGridSchedule(options),
    ];
    return [
      ...scheduleFamilies.map((family) => family.sizes(options)),
      ...constructed.filter((sizes) => sizes !== undefined),
    ];
  });
}

function ratiosOf(
  bound: Bound,
  { law, schedules }: { law: StandardLaw; schedules: readonly MaskSizes[] },
): ScienceFigure[] {
  const { curve, source, name } = law;
  const tokens = source && doubtOf(source);
  const ratios = schedules.flatMap((sizes) => {
    if (!bound.applies(sizes, tokens)) return [];
    const judged = bound.witness === undefined ? sizes : bound.witness(curve, sizes);
    const error = judged === undefined ? 0 : pathError(curve, judged);
    // Of an error of 0 there is no ratio: bounds of such errors are held against them elsewhere.
    return error === 0 ? [] : [bound.evaluate(curve, sizes, tokens) / error];
  });
  if (ratios.length === 0) return [];
  // Some bounds are attained, so their ratio is 1 up to rounding.
  const side = bound.kind === "upper" ? { atLeast: 1 - BOUND_SLACK } : { atMost: 1 + BOUND_SLACK };
  const figure = (which: string, value: number): ScienceFigure => ({
    label: `${bound.key}, ${name}: ${which} ratio`,
    value,
    unit: "ratio",
    ...side,
  });
  return [figure("least", Math.min(...ratios)), figure("greatest", Math.max(...ratios))];
}

/** What is known of single tokens: the most likely value of each with nothing revealed. */
function doubtOf(source: Source): TokenDoubt {
  const { length, vocabularySize } = source;
  const rows = new Float64Array(length * vocabularySize);
  const positions = Int32Array.from({ length }, (_, i) => i);
  source.conditionals(new Int32Array(length).fill(MASK), positions, rows);
  const surest = Array.from(
    positions,
    (i) => Math.max(...rows.subarray(i * vocabularySize, (i + 1) * vocabularySize)),
  );
  return { vocabularySize, doubt: 1 - Math.min(...surest) };
}
