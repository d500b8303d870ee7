import {
  boundRows,
  bounds,
  fewestSteps,
  frontierCorners,
  type FrontierPoint,
  optimalSchedule,
  pathError,
} from "@unmask/convergence";
import { planOnEstimate, priceSchedule } from "@unmask/estimation";
import { curveMeasures, type InformationCurve } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { maskSizes, scheduleFamilies, scheduleFamily } from "@unmask/schedules";
import type { OpenedChoice } from "./open_choice.ts";
import type { StudioState } from "./studio_state.ts";

/** A path error in nats; one that is estimated has an interval. */
export interface Price {
  /** Path error, or its estimate. */
  readonly nats: number;
  /** Interval of nominal 95%, for an estimate. */
  readonly interval?: readonly [number, number];
}

/** A schedule by its name, priced. */
export interface PricedFamily {
  /** Name of the family. */
  readonly name: string;
  /** What it costs. */
  readonly price: Price;
}

/** A bound beside the schedule shown. */
export interface ShownBound {
  /** Its name in words. */
  readonly name: string;
  /** Where it is published. */
  readonly citation: string;
  /** An `upper` bound is at least the path error, a `lower` one at most. */
  readonly kind: "upper" | "lower";
  /** Its value in nats. */
  readonly value: number;
}

/** All that the page shows of a state, but for the sample. Plain data: it crosses to a worker and back. */
export interface StudioAnswer {
  /** Whether the curve is that of a law; where not, every price is an estimate. */
  readonly exact: boolean;
  /** The curve, fitted where it is an estimate. */
  readonly curve: InformationCurve;
  /** Standard errors of an estimated curve. */
  readonly standardErrors?: Float64Array;
  /** Sizes of the schedule shown, in order of unmasking. */
  readonly sizes: readonly number[];
  /** Its path error. */
  readonly price: Price;
  /** The optimum in as many steps. */
  readonly optimum: Price;
  /** Total correlation in nats, the error of one step; of the fit where it is an estimate. */
  readonly totalCorrelation: number;
  /** The families in as many steps. */
  readonly families: readonly PricedFamily[];
  /** The bounds that apply; none for an estimate, since they are about exact curves. */
  readonly bounds: readonly ShownBound[];
  /** Corners of the least error against steps. */
  readonly frontier: readonly FrontierPoint[];
  /** Whether a law is known, so that a sample can be played. */
  readonly playable: boolean;
  /** What a reader should know. */
  readonly notes: readonly string[];
}

/**
 * What the page shows of a state.
 *
 * A dozen passes over the curve, and `frontierWork` tokens visited for the frontier. An estimate costs
 * 17 plans.
 *
 * @param opened The source of the state, opened
 * @param state The state
 * @returns The answer
 * @throws {RangeError} On a budget or sizes that the source cannot have
 */
export function answerOf(opened: OpenedChoice, state: StudioState): StudioAnswer {
  const { curve, estimate } = opened;
  const plan = planOf(opened, state);
  const steps = plan.sizes.length;
  const { schedule } = state;
  const chosen = schedule.kind === "optimal"
    ? plan
    : schedule.kind === "family"
    ? priced(opened, scheduleFamily(schedule.name).sizes({ length: curve.length, steps }))
    : priced(opened, schedule.sizes);
  return {
    exact: estimate === undefined,
    curve,
    ...(estimate === undefined ? {} : { standardErrors: estimate.curve.standardErrors }),
    sizes: chosen.sizes,
    price: chosen.price,
    optimum: plan.price,
    totalCorrelation: curveMeasures(curve).totalCorrelation,
    families: scheduleFamilies.map((family) => ({
      name: family.name,
      price: priced(opened, family.sizes({ length: curve.length, steps })).price,
    })),
    bounds: estimate === undefined ? boundsOf(curve, chosen.sizes) : [],
    frontier: frontierOf(opened),
    playable: opened.law !== undefined,
    notes: opened.notes,
  };
}

interface Priced {
  readonly sizes: readonly number[];
  readonly price: Price;
}

/** The bounds that apply to sizes, with their values. */
export function boundsOf(curve: InformationCurve, sizes: readonly number[]): ShownBound[] {
  return boundRows(curve, sizes).flatMap(({ kind, applies, value }, i) => {
    const { name, citation } = bounds[i]!;
    return applies && value !== null ? [{ name, citation, kind, value }] : [];
  });
}

function priced({ curve, estimate }: OpenedChoice, sizes: readonly number[]): Priced {
  const checked = maskSizes(sizes, { length: curve.length });
  if (estimate === undefined) return { sizes: checked, price: { nats: pathError(curve, checked) } };
  const { mean, interval } = priceSchedule(estimate, checked);
  return { sizes: checked, price: { nats: mean, interval } };
}

/** The last plan of each source: dragging a cut asks for the same one again and again. */
const plans = new WeakMap<OpenedChoice, { readonly key: string; readonly plan: Priced }>();

/** The optimum in the steps of the state. */
function planOf(opened: OpenedChoice, { budget, schedule }: StudioState): Priced {
  const asked = schedule.kind === "sizes"
    ? { kind: "steps", steps: schedule.sizes.length } as const
    : budget;
  const key = JSON.stringify(asked);
  const known = plans.get(opened);
  if (known?.key === key) return known.plan;
  const plan = freshPlan(opened, asked);
  plans.set(opened, { key, plan });
  return plan;
}

function freshPlan(opened: OpenedChoice, budget: StudioState["budget"]): Priced {
  const { curve, estimate } = opened;
  const plan = budget.kind === "steps"
    ? optimalSchedule(curve, { steps: budget.steps })
    : fewestSteps(curve, { error: budget.error });
  if (estimate === undefined) return { sizes: plan.sizes, price: { nats: plan.pathError } };
  const planAt = (steps: number): Priced => {
    const { sizes, price } = planOnEstimate(
      estimate,
      (fitted) => optimalSchedule(fitted, { steps }).sizes,
      { streams: streamFamily({ seed: 0, cell: "studio", purpose: "halves of the log" }) },
    );
    return { sizes, price: { nats: price.mean, interval: price.interval } };
  };
  let steps = plan.sizes.length;
  let corrected = planAt(steps);
  // The fit is optimistic of a plan made on it: the corrected price is what must be within the error.
  while (budget.kind === "error" && corrected.price.nats > budget.error && steps < curve.length) {
    corrected = planAt(++steps);
  }
  return corrected;
}

/** Tokens visited for the frontier of a source of up to 1,024 tokens: a few milliseconds. */
const SHORT_WORK = 2 ** 18;

/** Those for a longer one, whose answer comes from a worker. */
const LONG_WORK = 2 ** 22;

const frontiers = new WeakMap<OpenedChoice, readonly FrontierPoint[]>();

function frontierOf(opened: OpenedChoice): readonly FrontierPoint[] {
  const known = frontiers.get(opened);
  if (known !== undefined) return known;
  const work = opened.length <= 1024 ? SHORT_WORK : LONG_WORK;
  const { points } = frontierCorners(opened.curve, { work });
  frontiers.set(opened, points);
  return points;
}
