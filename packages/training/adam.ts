import { numpy as np, tree } from "@jax-js/jax";
import type { Arrays } from "./network.ts";

/** What an optimiser keeps between steps: each array has the shape of its tensor. */
export type AdamState = {
  /** The parameters. */
  parameters: Arrays;
  /** Running means of the gradients. */
  mean: Arrays;
  /** Running means of their squares. */
  square: Arrays;
  /** Running means of the parameters, which are what is evaluated. */
  average: Arrays;
};

/** How far each running mean remembers. */
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.98;
const AVERAGE_DECAY = 0.995;

/** The greatest norm of a gradient, all tensors together; longer ones are cut to it. */
const GREATEST_NORM = 1;

/** Keeps a step finite where no gradient was seen. */
const FLOOR = 1e-8;

/** Numbers of a step that change from one to the next. */
export type StepScales = {
  /** Learning rate. */
  rate: np.Array;
  /** `1 / (1 - MEAN_DECAY^n)` at step `n`, which undoes the start from 0. */
  meanScale: np.Array;
  /** `1 / (1 - SQUARE_DECAY^n)`. */
  squareScale: np.Array;
  /** Weight of what was averaged before, below `AVERAGE_DECAY` in the first steps. */
  keep: np.Array;
};

/**
 * The scales of a step.
 *
 * The average of the parameters remembers `min(AVERAGE_DECAY, n/(n+10))`, so that it forgets where it
 * started.
 *
 * @param step Step, counted from 0
 * @param rate Its learning rate
 * @returns Scalars on the device
 */
export function stepScales(step: number, rate: number): StepScales {
  const n = step + 1;
  return {
    rate: np.array(rate),
    meanScale: np.array(1 / (1 - MEAN_DECAY ** n)),
    squareScale: np.array(1 / (1 - SQUARE_DECAY ** n)),
    keep: np.array(Math.min(AVERAGE_DECAY, n / (n + 10))),
  };
}

/**
 * One step of Adam on a gradient cut to norm 1, to be traced.
 *
 * Uses up everything it is given.
 *
 * @param state What was kept
 * @param gradient The gradient of the loss
 * @param scales Numbers of the step
 * @returns What to keep
 * @see D. Kingma and J. Ba, arXiv 1412.6980
 */
export function adamStep(state: AdamState, gradient: Arrays, scales: StepScales): AdamState {
  const norm = Object.values(gradient)
    .map((array) => np.square(array.ref).sum())
    .reduce((sum, square) => sum.add(square));
  // At most 1: a gradient of norm 0 divides the floor instead.
  const cut = np.minimum(1, np.reciprocal(np.sqrt(norm).add(FLOOR)).mul(GREATEST_NORM));
  const next: AdamState = { parameters: {}, mean: {}, square: {}, average: {} };
  for (const [name, raw] of Object.entries(gradient)) {
    const slope = raw.mul(cut.ref);
    const mean = state.mean[name]!.mul(MEAN_DECAY).add(slope.ref.mul(1 - MEAN_DECAY));
    const square = state.square[name]!.mul(SQUARE_DECAY)
      .add(np.square(slope).mul(1 - SQUARE_DECAY));
    const length = np.sqrt(square.ref.mul(scales.squareScale.ref)).add(FLOOR);
    const move = mean.ref.mul(scales.meanScale.ref).mul(scales.rate.ref).div(length);
    const parameter = state.parameters[name]!.sub(move);
    const kept = state.average[name]!.mul(scales.keep.ref);
    next.average[name] = kept.add(parameter.ref.mul(np.subtract(1, scales.keep.ref)));
    next.mean[name] = mean;
    next.square[name] = square;
    next.parameters[name] = parameter;
  }
  cut.dispose();
  tree.dispose(scales);
  return next;
}
