import type { InformationCurve } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";

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
      const slope = -curve.tokenMutualInformation[b - 1]!;
      envelope.add(b - 1, slope, cost[b - 1]! - (b - 1) * slope);
      const start = envelope.lowestAt(b);
      back[t * (length + 1) + b] = start;
      next[b] = cost[start]! - (b - start) * curve.tokenMutualInformation[start]!;
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

function checkSteps(steps: number, { most, what }: { most: number; what: string }): void {
  if (!(Number.isSafeInteger(steps) && steps >= 1)) {
    throw new RangeError(`Cannot plan: steps must be an integer of at least 1, got ${steps}`);
  }
  if (!(steps <= most)) {
    throw new RangeError(`Cannot plan: steps must be at most ${what} ${most}, got ${steps}`);
  }
}

/** The lower envelope of lines added by falling slope and asked for at rising points. */
class LowerEnvelope {
  readonly #label: Int32Array;
  readonly #slope: Float64Array;
  readonly #intercept: Float64Array;
  #first = 0;
  #end = 0;

  constructor(capacity: number) {
    this.#label = new Int32Array(capacity);
    this.#slope = new Float64Array(capacity);
    this.#intercept = new Float64Array(capacity);
  }

  clear(): void {
    this.#first = 0;
    this.#end = 0;
  }

  add(label: number, slope: number, intercept: number): void {
    while (this.#end - this.#first >= 1) {
      const last = this.#end - 1;
      if (slope === this.#slope[last]) {
        // A parallel line replaces a higher one; the lower one makes it useless.
        if (intercept >= this.#intercept[last]!) return;
        this.#end--;
        continue;
      }
      if (this.#end - this.#first < 2) break;
      // The last line is useless where the new one overtakes its predecessor before it does.
      const before = last - 1;
      const predecessorMeetsNew = (intercept - this.#intercept[before]!) *
        (this.#slope[before]! - this.#slope[last]!);
      const predecessorMeetsLast = (this.#intercept[last]! - this.#intercept[before]!) *
        (this.#slope[before]! - slope);
      if (predecessorMeetsNew > predecessorMeetsLast) break;
      this.#end--;
    }
    this.#label[this.#end] = label;
    this.#slope[this.#end] = slope;
    this.#intercept[this.#end] = intercept;
    this.#end++;
  }

  lowestAt(point: number): number {
    while (
      this.#end - this.#first >= 2 &&
      this.#at(this.#first + 1, point) <= this.#at(this.#first, point)
    ) {
      this.#first++;
    }
    return this.#label[this.#first]!;
  }

  #at(line: number, point: number): number {
    return this.#intercept[line]! + this.#slope[line]! * point;
  }
}
