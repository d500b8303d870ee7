import type { InformationCurve } from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import type { MaskSizes } from "@unmask/schedules";
import { asIfExact } from "./estimated_curve.ts";
import type { CurveEstimate } from "./estimate_curve.ts";
import {
  greatestPrice,
  possible,
  type PriceEstimate,
  priceForm,
  priceOfForm,
  within,
} from "./price_schedule.ts";
import { halvesOf } from "./halves.ts";

/**
 * Optimism of the whole log against what halves show, `sqrt(2)`: a half shows half of its own, its
 * losses being half those of the whole, and with twice the variance that is taken as `sqrt(2)` times as large.
 * Sizes are integers, so optimism grows nearer to the standard deviation than to the variance: 2.4 to
 * 2.8 times for each doubling of the former, from 0.0075 to 0.03 nats on a strong chain of 64 tokens.
 * What bias is left was under a sixth of the optimism there, and a fifth of a standard error.
 */
const WHOLE = Math.SQRT2;

/** A plan made from a log. */
export interface EstimatedPlan {
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** Its path error, corrected for the log having chosen it. */
  readonly price: PriceEstimate;
  /** What the correction added to the price, in nats: what choosing by noise gained in appearance. */
  readonly optimism: number;
  /**
   * What other sizes cost more than the plan, with the interval of the difference.
   *
   * @param sizes Sizes that were not chosen by the log
   * @returns The difference; exactly 0 for the plan's own sizes
   */
  comparedWith(sizes: readonly number[]): PriceEstimate;
}

/**
 * Plans on the smooth curve of a log, and prices the plans as if the log had not chosen them.
 *
 * The log is split by data thinning into two halves whose errors are independent, each with twice the
 * variance, see `halvesOf`. A plan is made on one half and priced on it and on the other. The
 * difference of the two prices is what choosing gained in appearance; what the plan of the whole log
 * gained follows from it by a factor that was measured, see {@linkcode WHOLE}. The
 * spread of that from split to split joins the standard error: it stands for the noise in which plan
 * was chosen, which the noise of a fixed plan's price leaves out.
 *
 * Costs `1 + 2 splits` runs of the planner.
 *
 * @param estimate The estimate
 * @param planner For a curve, plans of least error; as many for every curve
 * @param options `streams` of the splits; `splits`, their number, at least 2, 8 by default
 * @returns The plans, in the planner's order
 * @throws {RangeError} On fewer than 2 splits
 */
export function plansOnEstimate(
  estimate: CurveEstimate,
  planner: (curve: InformationCurve) => readonly MaskSizes[],
  options: { streams: StreamFamily; splits?: number },
): EstimatedPlan[] {
  const { streams, splits = 8 } = options;
  if (!(Number.isSafeInteger(splits) && splits >= 2)) {
    throw new RangeError(
      `Cannot plan on an estimate: splits must be an integer of at least 2, got ${splits}`,
    );
  }
  const plans = planner(asIfExact(estimate.curve));
  const optimism = plans.map(() => new Float64Array(splits));
  for (let split = 0; split < splits; split++) {
    const { curves, shift } = halvesOf(estimate, { streams, split });
    const one = planner(asIfExact(curves[0]));
    const other = planner(asIfExact(curves[1]));
    for (let plan = 0; plan < plans.length; plan++) {
      const form = priceForm(estimate, one[plan]!);
      const minus = priceForm(estimate, other[plan]!);
      for (let i = 0; i < shift.length; i++) {
        optimism[plan]![split]! -= (form[i]! - minus[i]!) * shift[i]! / 2;
      }
    }
  }
  return plans.map((sizes, plan) => pricedPlan(estimate, sizes, optimism[plan]!));
}

/**
 * One plan on the smooth curve of a log, see {@linkcode plansOnEstimate}.
 *
 * @param estimate The estimate
 * @param planner Sizes of least error for a curve
 * @param options `streams` of the splits; `splits`, their number, at least 2, 8 by default
 * @returns The plan
 * @throws {RangeError} On fewer than 2 splits
 */
export function planOnEstimate(
  estimate: CurveEstimate,
  planner: (curve: InformationCurve) => MaskSizes,
  options: { streams: StreamFamily; splits?: number },
): EstimatedPlan {
  return plansOnEstimate(estimate, (curve) => [planner(curve)], options)[0]!;
}

function pricedPlan(
  estimate: CurveEstimate,
  sizes: MaskSizes,
  optimisms: Float64Array,
): EstimatedPlan {
  const splits = optimisms.length;
  const mean = optimisms.reduce((sum, value) => sum + value, 0) / splits;
  const spread = optimisms.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (splits - 1);
  const add = WHOLE * mean;
  // Halves choose among plans with twice the noise of the whole.
  const variance = WHOLE ** 2 * spread / 2;
  const form = priceForm(estimate, sizes);
  return {
    sizes,
    price: within(
      priceOfForm(estimate, form, { add, variance }),
      possible(estimate, sizes.length),
    ),
    optimism: add,
    comparedWith(others): PriceEstimate {
      if (others.length === sizes.length && others.every((size, i) => size === sizes[i])) {
        return { mean: 0, standardError: 0, interval: [0, 0] };
      }
      const difference = priceForm(estimate, others);
      for (let i = 0; i < form.length; i++) difference[i]! -= form[i]!;
      return within(
        priceOfForm(estimate, difference, { add: -add, variance }),
        {
          from: -greatestPrice(estimate, sizes.length),
          to: greatestPrice(estimate, others.length),
        },
      );
    },
  };
}
