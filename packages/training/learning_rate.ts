/** How fast a run learns, step by step. */
export interface LearningRate {
  /** The greatest rate. */
  readonly peak: number;
  /** Steps of the linear rise to it. */
  readonly warmUp: number;
  /** Steps of the run; the rate falls to 0 at its end as a cosine. */
  readonly steps: number;
}

/**
 * The learning rate of a step.
 *
 *     peak (s + 1)/w                                     s < w, the warm-up
 *     peak (1 + cos(pi (s - w)/(n - w))) / 2             from there on
 *
 * @param rate Peak, warm-up and steps
 * @param step Step `s`, counted from 0
 * @returns The rate, in `[0, peak]`. O(1)
 */
export function learningRateAt({ peak, warmUp, steps }: LearningRate, step: number): number {
  if (step < warmUp) return peak * (step + 1) / warmUp;
  return peak * (1 + Math.cos(Math.PI * (step - warmUp) / (steps - warmUp))) / 2;
}
