import type { InformationCurve } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import { checkSteps } from "./check_steps.ts";
import { LowerEnvelope } from "./lower_envelope.ts";

/** Most cells (length times steps) of the layered program: 128 MiB of back pointers. */
export const LAYER_CELL_LIMIT = 2 ** 25;

/** Optimal schedules of one curve for every number of steps up to a limit. */
export interface LayeredProgram {
  /**
   * The optimal schedule in exactly `steps` steps. O(steps) time.
   *
   * @param steps Integer in `1 .. maximumSteps`
   * @returns Mask sizes in order of unmasking
   * @throws {RangeError} On steps out of that range
   */
  schedule(steps: number): MaskSizes;
}

/**
 * The shortest-path program for optimal schedules, one layer per step.
 *
 *     D_t(b) = min_{a < b} D_{t-1}(a) - (b - a) Z_{a+1},   EKL = TC + D_T(L)
 *
 * For fixed `a` the cost is a line in `b` with slope `-Z_{a+1}`, and the slopes fall with `a`, so
 * each layer is one pass over a lower envelope of lines: O(L T) time, `4 L T` bytes.
 *
 * @param curve Exact information curve
 * @param options `maximumSteps` `T`, an integer in `1 .. L`
 * @returns The solved program
 * @throws {RangeError} On steps that are not an integer in `1 .. L`, or when `L T` is above
 *   {@linkcode LAYER_CELL_LIMIT}
 */
export function layeredProgram(
  curve: InformationCurve,
  options: { maximumSteps: number },
): LayeredProgram {
  const { length } = curve;
  const { maximumSteps } = options;
  checkSteps(maximumSteps, { most: length, what: "the length" });
  if (!(length * maximumSteps <= LAYER_CELL_LIMIT)) {
    throw new RangeError(
      `Cannot plan exactly: length times steps must be at most ${LAYER_CELL_LIMIT}, got ${length} x ${maximumSteps}`,
    );
  }
  const z = scaledToOne(curve.tokenMutualInformation);
  // back[t * (L+1) + b]: where the last block of the best t+1 blocks that end at b begins.
  const back = new Int32Array(maximumSteps * (length + 1));
  let cost = new Float64Array(length + 1).fill(Infinity);
  cost[0] = 0;
  let next = new Float64Array(length + 1);
  const envelope = new LowerEnvelope(length);
  for (let t = 0; t < maximumSteps; t++) {
    envelope.clear();
    next.fill(Infinity);
    // t + 1 blocks reveal at least t + 1 tokens.
    for (let b = t + 1; b <= length; b++) {
      const slope = -z[b - 1]!;
      envelope.add(b - 1, { slope, intercept: cost[b - 1]! - (b - 1) * slope });
      const start = envelope.lowestAt(b);
      back[t * (length + 1) + b] = start;
      next[b] = cost[start]! - (b - start) * z[start]!;
    }
    [cost, next] = [next, cost];
  }
  return {
    schedule(steps: number): MaskSizes {
      checkSteps(steps, { most: maximumSteps, what: "the steps planned for" });
      const sizes = new Array<number>(steps);
      let end = length;
      for (let t = steps - 1; t >= 0; t--) {
        const start = back[t * (length + 1) + end]!;
        sizes[t] = end - start;
        end = start;
      }
      return maskSizes(sizes, { length });
    },
  };
}

/** `Z` over a power of two near `Z_L`, exactly: products of weak informations must not underflow. */
function scaledToOne(tokenMutualInformation: Float64Array): Float64Array {
  const last = tokenMutualInformation.at(-1)!;
  const unit = last > 0 ? 2 ** Math.floor(Math.log2(last)) : 1;
  return tokenMutualInformation.map((value) => value / unit);
}
