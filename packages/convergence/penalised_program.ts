import { informationBetween, type InformationCurve } from "@unmask/information";

/**
 * Schedules of least path error plus a penalty for each step, one pass over the curve each.
 *
 *     D(b) = min_{a < b} D(a) + w(a, b) + penalty,
 *     w(a, b) = sum_{i=a}^{b-1} (Z_{i+1} - Z_{a+1}),   EKL(sizes) = sum_t w(N_t, N_{t+1})
 *
 * The cost `w` is concave Monge, `w(a, c) + w(b, d) <= w(a, d) + w(b, c)` for `a <= b < c <= d`, so the
 * least error is convex in the number of steps and every corner of that frontier is the solution of
 * some penalty: the program finds optima for any number of steps at a cost that does not depend on
 * the steps.
 *
 * Against a start `l < a`, a start `a` gains `(b - a)(Z_{a+1} - Z_{l+1})` by the time `b`, so each
 * overtakes those before it once, and later starts overtake earlier ones in turn: a queue of starts
 * with the times of overtaking, each entered and left once. O(L) time a pass; 48 bytes a token.
 *
 * Costs are taken as `w(a, b) = b (Z_b - Z_{a+1}) - (R_b - R_{a+1})`, in which the rise over the block
 * alone occurs, so flat blocks cost 0 exactly and errors carry rounding relative to `L` times the rise
 * of a block, not to the total correlation, which is larger by the number of steps.
 */
export class PenalisedProgram {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** `f(0) .. f(L-1)` and `Z_1 .. Z_L`. */
  readonly #f: Float64Array;
  readonly #z: Float64Array;
  /** `R_i = sum_{j <= i} j (Z_{j+1} - Z_j)`, as a high and a low part: differences keep their digits. */
  readonly #momentHigh: Float64Array;
  readonly #momentLow: Float64Array;
  /** `D(b)`, and where the last block of the schedule that attains it begins. */
  readonly #cost: Float64Array;
  readonly #start: Int32Array;
  /** The queue: starts, and from which `b` on each is better than the one before it. */
  readonly #queue: Int32Array;
  readonly #overtakes: Float64Array;

  /**
   * The program of a curve.
   *
   * @param curve `f` and `Z`, both in any one unit in which products of `Z` with `L` neither overflow
   *   nor underflow; `f` may be infinite in it
   */
  constructor(
    curve: Pick<InformationCurve, "conditionalEntropies" | "tokenMutualInformation">,
  ) {
    const { length } = curve.tokenMutualInformation;
    this.length = length;
    this.#f = curve.conditionalEntropies;
    this.#z = curve.tokenMutualInformation;
    this.#momentHigh = new Float64Array(length);
    this.#momentLow = new Float64Array(length);
    this.#cost = new Float64Array(length + 1);
    this.#start = new Int32Array(length + 1);
    this.#queue = new Int32Array(length);
    this.#overtakes = new Float64Array(length);
    this.#sumMoments();
  }

  /**
   * A schedule of least `EKL + penalty * steps`.
   *
   * @param penalty Price of a step, in the unit of the curve, at least 0
   * @returns The revealed counts after each step, `N_1 .. N_T = L`
   */
  solve(penalty: number): Int32Array {
    const { length } = this;
    const f = this.#f;
    const z = this.#z;
    const high = this.#momentHigh;
    const low = this.#momentLow;
    const cost = this.#cost;
    const start = this.#start;
    const queue = this.#queue;
    const overtakes = this.#overtakes;
    cost[0] = 0;
    queue[0] = 0;
    let first = 0;
    let last = 0;
    for (let b = 1; b <= length; b++) {
      while (first < last && overtakes[first + 1]! <= b) first++;
      const a = queue[first]!;
      const end = b - 1;
      // As `informationBetween`, which is not called here for its objects.
      const blockRise = f[a]! < z[end]! ? f[a]! - f[end]! : z[end]! - z[a]!;
      const reached = cost[a]! + penalty +
        (b * blockRise - ((high[end]! - high[a]!) + (low[end]! - low[a]!)));
      cost[b] = reached;
      start[b] = a;
      if (b === length) break;
      // Enter b as a start; those that it overtakes before they overtake others leave.
      const height = z[b]!;
      const entropy = f[b]!;
      const momentHigh = high[b]!;
      const momentLow = low[b]!;
      for (;;) {
        const before = queue[last]!;
        const rise = f[before]! < height ? f[before]! - entropy : height - z[before]!;
        const lead = reached - cost[before]! -
          (b * rise - ((momentHigh - high[before]!) + (momentLow - low[before]!)));
        // Without a rise the two run in parallel: the later one is no better, since costs do not fall.
        const time = rise > 0 ? b + lead / rise : Infinity;
        if (last > first && time <= overtakes[last]!) {
          last--;
          continue;
        }
        if (time < length + 1) {
          last++;
          queue[last] = b;
          overtakes[last] = time;
        }
        break;
      }
    }
    return this.#countsTo(length);
  }

  /**
   * The path error of a schedule, in O(T).
   *
   * @param counts `N_1 .. N_T = L`
   * @returns `sum_t w(N_t, N_{t+1})` in the unit of the curve; 0 exactly where every block is flat
   */
  error(counts: Int32Array): number {
    const curve = { conditionalEntropies: this.#f, tokenMutualInformation: this.#z };
    let sum = 0;
    let a = 0;
    for (const b of counts) {
      const end = b - 1;
      sum += Math.max(
        0,
        b * informationBetween(curve, { from: a, to: end }) -
          ((this.#momentHigh[end]! - this.#momentHigh[a]!) +
            (this.#momentLow[end]! - this.#momentLow[a]!)),
      );
      a = b;
    }
    return sum;
  }

  #countsTo(length: number): Int32Array {
    let steps = 0;
    for (let b = length; b > 0; b = this.#start[b]!) steps++;
    const counts = new Int32Array(steps);
    for (let b = length; b > 0; b = this.#start[b]!) counts[--steps] = b;
    return counts;
  }

  #sumMoments(): void {
    const curve = { conditionalEntropies: this.#f, tokenMutualInformation: this.#z };
    let high = 0;
    let low = 0;
    for (let i = 1; i < this.length; i++) {
      const term = i * informationBetween(curve, { from: i - 1, to: i });
      const next = high + term;
      // Terms are non-negative but may exceed the sum so far, so the larger is taken first.
      low += high >= term ? (high - next) + term : (term - next) + high;
      high = next;
      this.#momentHigh[i] = high;
      this.#momentLow[i] = low;
    }
  }
}
