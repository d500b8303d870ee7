import { checkMinimax, type MinimaxOptions } from "./minimax_schedule.ts";

/** Where a minimax mixture of schedules cuts, and which steps of the curve keep it from being better. */
export interface CutProbabilities {
  /** `m_k`, the probability that `k` is a revealed count, for `k = 0 .. L-1`; `m_0 = 1`. */
  readonly probabilities: Float64Array;
  /** The weights of the worst law on the steps `k = 1 .. L-1`, at their `k`; they sum to 1. */
  readonly weights: Float64Array;
}

/**
 * The cut probabilities whose best mixture has the least worst ratio, and the worst law.
 *
 * Let a random schedule have `k` among its revealed counts `N_t` with probability `m_k`. On the step
 * `1[j > k]` its mean error is
 *
 *     R_k = sum_{i=k}^{L-1} P(no count in k .. i)  >=  sum_{i=k}^{L-1} max(0, 1 - m_k - .. - m_i)
 *
 * by the union bound, and systematic sampling, see `systematicMixture`, attains the right side for
 * all `k` at once. So the game is the convex program: least `c` with `R_k <= c D(k)` for all `k` and
 * `m_1 + .. + m_{L-1} <= T - 1`.
 *
 * For a given `c` the least total is found from the end: each `m_k` is the least that `R_k` allows,
 * given those after it. That is optimal since the multipliers `lambda_k` of these constraints can be
 * chosen non-negative. With `n_k` terms of `R_k` above 0, stationarity in `m_a` reads
 * `S_a = sum_{k <= a} lambda_k max(0, n_k - a + k) = 1` where `m_a > 0`, and `S_a <= 1` where
 * `m_a = 0`, whose constraint may be slack and has `lambda_a = 0`. Subtracting `S_{a-1}` leaves
 *
 *     lambda_a n_a = 1 - S_{a-1} + sum of lambda_k over k < a with k + n_k >= a
 *
 * which is at least 0, as `S_{a-1} <= 1`; and with `lambda_a = 0` instead, `S_a <= S_{a-1}`. So the
 * multipliers are a certificate: `lambda_k D(k)`, normalised, are weights of steps against which no
 * schedule does better.
 *
 * O(L) time for each of about 60 trials of `c`; O(L) memory.
 *
 * @param options `length`, `steps` and `yardstick`
 * @returns The probabilities, which sum to `T` up to rounding, and the weights
 * @throws {RangeError} On a length or steps out of range
 */
export function cutProbabilities(options: MinimaxOptions): CutProbabilities {
  checkMinimax(options);
  const { length, steps, yardstick } = options;
  const measures = Float64Array.from(
    { length },
    (_, k) => k === 0 ? 0 : yardstick.onStep({ length, dimension: k }),
  );
  const program = new BackwardProgram(measures);
  let low = 0;
  // One shot needs no cut.
  let high = 0;
  for (let k = 1; k < length; k++) high = Math.max(high, (length - k) / measures[k]!);
  for (let trial = high / 2; trial > low && trial < high; trial = (low + high) / 2) {
    if (program.solve(trial) <= steps - 1) high = trial;
    else low = trial;
  }
  program.solve(high);
  const { probabilities, terms } = program;
  probabilities[0] = 1;
  return { probabilities, weights: worstWeights({ probabilities, terms, measures }) };
}

/** The least total of cut probabilities for a given ratio. */
class BackwardProgram {
  readonly #measures: Float64Array;
  /** `m_k`. */
  readonly probabilities: Float64Array;
  /** `n_k`, how many terms of `R_k` are above 0. */
  readonly terms: Int32Array;

  constructor(measures: Float64Array) {
    this.#measures = measures;
    this.probabilities = new Float64Array(measures.length);
    this.terms = new Int32Array(measures.length);
  }

  /** Fills in the least probabilities for a ratio and returns their sum over `1 .. L-1`. */
  solve(ratio: number): number {
    const { probabilities: m, terms } = this;
    let total = 0;
    let end = m.length - 1;
    // Of the cut probabilities after k, up to each i in k .. end: the last, and the sum of them all.
    let reach = 0;
    let mass = 0;
    let fresh = 0;
    for (let k = m.length - 1; k >= 1; k--) {
      // Summed anew every n_k counts, O(1) each: what rounding a wide window leaves in a running sum
      // is much in a narrow one.
      if (fresh-- === 0) {
        reach = 0;
        mass = 0;
        for (let a = k + 1; a <= end; a++) {
          reach += m[a]!;
          mass += m[a]! * (end - a + 1);
        }
        fresh = end - k;
      }
      const allowed = ratio * this.#measures[k]!;
      for (;;) {
        const count = end - k + 1;
        const least = Math.max(0, (count - mass - allowed) / count);
        // The last term counts only while it is above 0; then it and its sum are dropped.
        if (least + reach < 1 || count === 1) {
          m[k] = least;
          terms[k] = count;
          break;
        }
        mass -= reach;
        reach -= m[end]!;
        end--;
      }
      mass += m[k]! * (end - k + 1);
      reach += m[k]!;
      total += m[k]!;
    }
    return total;
  }
}

/** `lambda_k D(k)`, normalised. */
function worstWeights(
  { probabilities, terms, measures }: {
    probabilities: Float64Array;
    terms: Int32Array;
    measures: Float64Array;
  },
): Float64Array {
  const { length } = measures;
  const multipliers = new Float64Array(length);
  // covering is the sum of lambda_k with k < a <= k + n_k; leaving[a] is what it loses after a.
  const leaving = new Float64Array(length + 1);
  let covering = 0;
  // The sum that is 1 at each a with a cut, and at most 1 at the others.
  let stationarity = 0;
  for (let a = 1; a < length; a++) {
    stationarity -= covering;
    // Where nothing is cut, all weight is on the first step: one shot is worst there.
    if (probabilities[a]! > 0 || a === 1) {
      multipliers[a] = (1 - stationarity) / terms[a]!;
      stationarity = 1;
    }
    covering += multipliers[a]! - leaving[a]!;
    leaving[Math.min(length, a + terms[a]!)]! += multipliers[a]!;
  }
  let sum = 0;
  for (let k = 1; k < length; k++) {
    multipliers[k]! *= measures[k]!;
    sum += multipliers[k]!;
  }
  return sum > 0 ? multipliers.map((weight) => weight / sum) : multipliers;
}
