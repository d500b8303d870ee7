import type { Engine } from "../../engine.ts";
import { optimalSchedule, type PlanningTask } from "../../questions/optimal_schedule.ts";

/** Most pairs of block ends, over all steps: a tenth of a second. */
const PAIRS = 2 ** 25;

/**
 * The shortest-path program over all pairs of block ends.
 *
 *     D_t(b) = min_{a < b} D_{t-1}(a) + (b - a) f(a)
 *
 * `O(L^2 T)` time, `O(L T)` memory.
 */
export const engine: Engine<PlanningTask, readonly number[]> = {
  name: "all pairs",
  kind: "plain",
  question: optimalSchedule,
  handles: ({ curve, steps }) => curve.length ** 2 * steps <= PAIRS,
  prepare: ({ curve, steps }) => () => {
    const { length, conditionalEntropies: f } = curve;
    const starts: Int32Array[] = [];
    let best = new Float64Array(length + 1).fill(Infinity);
    best[0] = 0;
    for (let t = 0; t < steps; t++) {
      const next = new Float64Array(length + 1).fill(Infinity);
      const start = new Int32Array(length + 1);
      for (let b = 1; b <= length; b++) {
        for (let a = 0; a < b; a++) {
          const cost = best[a]! + (b - a) * f[a]!;
          if (cost < next[b]!) {
            next[b] = cost;
            start[b] = a;
          }
        }
      }
      starts.push(start);
      best = next;
    }
    const sizes: number[] = [];
    for (let t = steps - 1, end = length; t >= 0; t--) {
      const start = starts[t]![end]!;
      sizes.unshift(end - start);
      end = start;
    }
    return sizes;
  },
};
