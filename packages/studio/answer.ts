import {
  boundRows,
  bounds,
  fewestSteps,
  frontierCorners,
  type FrontierPoint,
  optimalSchedule,
  pathError,
} from "@unmask/convergence";
import {
  type EstimatedPlan,
  logStreams,
  pathErrorOf,
  planOnEstimate,
  type PriceEstimate,
  priceNotes,
  priceSchedule,
  splitsFor,
} from "@unmask/estimation";
import { curveMeasures, type InformationCurve } from "@unmask/information";
import { maskSizes, scheduleFamilies, scheduleFamily } from "@unmask/schedules";
import type { OpenedChoice } from "./open_choice.ts";
import type { StudioState } from "./studio_state.ts";

/** A path error in nats; one that is estimated has an interval. */
export interface Price {
  /** Path error, or its estimate; at least 0. */
  readonly nats: number;
  /** Interval of nominal 95%, for an estimate; null where all of it lies below 0. */
  readonly interval?: readonly [number, number] | null;
}

/** What the optimum saves of another schedule's error, in nats, where both are estimates. */
export interface Saving {
  /** The saving; noise may make it negative. */
  readonly nats: number;
  /** Its interval of nominal 95%: the two prices share their noise. */
  readonly interval: readonly [number, number];
}

/** A schedule by its name, priced. */
export interface PricedFamily {
  /** Name of the family. */
  readonly name: string;
  /** What it costs. */
  readonly price: Price;
  /** What the optimum saves of it, for an estimate. */
  readonly saving?: Saving;
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
  /** What the optimum saves of the schedule shown, for an estimate. */
  readonly saving?: Saving;
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
 * `1 + 2 splitsFor(length)` plans.
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
  const families = scheduleFamilies.map((family) => {
    const { sizes, price } = priced(opened, family.sizes({ length: curve.length, steps }));
    return { name: family.name, price, ...savingOver(plan, sizes) };
  });
  const prices = [chosen, plan, ...families].map(({ price }) => price);
  return {
    exact: estimate === undefined,
    curve,
    ...(estimate === undefined ? {} : { standardErrors: estimate.curve.standardErrors }),
    sizes: chosen.sizes,
    price: chosen.price,
    optimum: plan.price,
    ...savingOver(plan, chosen.sizes),
    totalCorrelation: curveMeasures(curve).totalCorrelation,
    families,
    bounds: estimate === undefined ? boundsOf(curve, chosen.sizes) : [],
    frontier: frontierOf(opened),
    playable: opened.law !== undefined,
    notes: [
      ...opened.notes,
      ...priceNotes(prices.map(({ interval = [0, 0] }) => ({ interval }))),
    ],
  };
}

interface Priced {
  readonly sizes: readonly number[];
  readonly price: Price;
}

interface Optimum extends Priced {
  /** What other sizes cost more, for an estimate. */
  comparedWith?(sizes: readonly number[]): PriceEstimate;
}

function savingOver(optimum: Optimum, sizes: readonly number[]): { saving?: Saving } {
  const difference = optimum.comparedWith?.(sizes);
  if (difference === undefined) return {};
  return { saving: { nats: difference.mean, interval: difference.interval } };
}

function estimatedPrice(price: PriceEstimate): Price {
  const { pathError, interval } = pathErrorOf(price);
  return { nats: pathError, interval };
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
  return { sizes: checked, price: estimatedPrice(priceSchedule(estimate, checked)) };
}

/** The last plan of each source: dragging a cut asks for the same one again and again. */
const plans = new WeakMap<OpenedChoice, { readonly key: string; readonly plan: Optimum }>();

/** The optimum in the steps of the state. */
function planOf(opened: OpenedChoice, { budget, schedule }: StudioState): Optimum {
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

function freshPlan(opened: OpenedChoice, budget: StudioState["budget"]): Optimum {
  const { curve, estimate } = opened;
  const plan = budget.kind === "steps"
    ? optimalSchedule(curve, { steps: budget.steps })
    : fewestSteps(curve, { error: budget.error });
  if (estimate === undefined) return { sizes: plan.sizes, price: { nats: plan.pathError } };
  // As the command line splits a log, so that both say the same of it.
  const options = { streams: logStreams(estimate.log), splits: splitsFor(curve.length) };
  const planAt = (steps: number): EstimatedPlan =>
    planOnEstimate(estimate, (fitted) => optimalSchedule(fitted, { steps }).sizes, options);
  let steps = plan.sizes.length;
  let corrected = planAt(steps);
  // The fit is optimistic of a plan made on it: the corrected price is what must be within the error.
  while (budget.kind === "error" && corrected.price.mean > budget.error && steps < curve.length) {
    corrected = planAt(++steps);
  }
  return { ...corrected, price: estimatedPrice(corrected.price) };
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
