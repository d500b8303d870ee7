import { choleskySolve } from "./cholesky.ts";
import { type LossLog, revealedAt } from "./loss_log.ts";
import { MonotoneSmoother } from "./monotone_smooth.ts";
import { splineBasis } from "./spline_basis.ts";
import { splineBreaks } from "./spline_breaks.ts";
import { type SplineFit, splineFit } from "./spline_fit.ts";

/** Most intervals of the first spline that is tried. */
const MOST_INTERVALS = 48;

/** Places that an interval of the first spline has at least; one fewer for each finer one, down to 1. */
const PLACES_AN_INTERVAL = 3;

/** Most intervals of any: a fit costs their cube, a second at this many. */
const INTERVAL_LIMIT = 384;

/**
 * Functions for each place that a spline has at most, so that places are left over to judge it by:
 * one without them follows the noise, and between its places goes anywhere.
 */
const FUNCTIONS_A_PLACE = 2 / 3;

/** Functions of a cubic spline beyond its intervals. */
const ENDS = 3;

/** Splines of one fineness for the places of a log. */
export interface SplineLevel {
  /** Fits that are not smoothed. */
  readonly fit: SplineFit;
  /** Fits that are. */
  readonly smoother: MonotoneSmoother;
  /** For each `k = 0 .. L-1`, the first of the four functions that are not zero there. */
  readonly first: Int32Array;
  /** Their four values, `k` by `k`. */
  readonly values: Float64Array;
  /** Covariance of the coefficients of a fit that is not smoothed, row-major. */
  readonly covariance: Float64Array;
  /** Standard error of that fit at each `k`. */
  readonly standardErrors: Float64Array;
}

/**
 * What a log's places and variances determine: splines, finer and finer, each prepared once and used
 * for every set of losses at those places.
 *
 * The first has about `2 n^0.4` intervals for `n` places: enough that a smooth curve is followed much
 * closer than its standard error. Losses at masked fractions see the curve through a binomial window
 * of up to `sqrt(L)/2` tokens either way, and intervals stay wider than that. There are at most two
 * functions for three places, but where every count of revealed tokens is a place the last spline may
 * pass through all of them: nothing lies between.
 */
export class LossDesign {
  readonly #log: Omit<LossLog, "losses">;
  readonly #levels: SplineLevel[] = [];
  readonly #intervals: number;
  readonly #most: number;
  readonly #carried: number;

  /**
   * Nothing is computed yet.
   *
   * @param log Places and variances; its losses are not used
   */
  constructor(log: Omit<LossLog, "losses">) {
    this.#log = log;
    const wanted = Math.round(2 * log.places.length ** 0.4);
    this.#most = log.coordinate === "revealed"
      ? INTERVAL_LIMIT
      : Math.min(INTERVAL_LIMIT, Math.ceil(1.2 * Math.sqrt(log.length)));
    const complete = log.coordinate === "revealed" && log.places.length === log.length;
    const carried = Math.max(1, Math.floor(FUNCTIONS_A_PLACE * log.places.length) - ENDS);
    this.#carried = complete ? Infinity : carried;
    this.#intervals = Math.min(Math.max(1, wanted), carried, this.#most, MOST_INTERVALS);
  }

  /**
   * The splines of one fineness, twice as many intervals for each level.
   *
   * @param index 0 for the coarsest, then without a gap
   * @returns The level, or undefined where the places allow no more functions than the one before
   */
  level(index: number): SplineLevel | undefined {
    const known = this.#levels[index];
    if (known !== undefined) return known;
    const intervals = this.#intervals * 2 ** index;
    if (index > 0 && intervals > this.#most) return undefined;
    const { length, places } = this.#log;
    const revealed = places.map((place) => revealedAt(this.#log, place));
    const basis = splineBasis(
      splineBreaks(revealed, {
        length,
        intervals,
        places: Math.max(1, PLACES_AN_INTERVAL - index),
      }),
    );
    if (index > 0) {
      if (basis.size - ENDS > this.#carried) return undefined;
      if (basis.size <= this.#levels[index - 1]!.fit.basis.size) return undefined;
    }
    return this.#levels[index] = splineLevel(splineFit(this.#log, basis), length);
  }
}

function splineLevel(fit: SplineFit, length: number): SplineLevel {
  const { basis, factor } = fit;
  const { size } = basis;
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const column = covariance.subarray(i * size, (i + 1) * size);
    column[i] = 1;
    choleskySolve(factor, column);
  }
  const first = new Int32Array(length);
  const values = new Float64Array(4 * length);
  const standardErrors = new Float64Array(length);
  for (let k = 0; k < length; k++) {
    const four = values.subarray(4 * k, 4 * k + 4);
    const start = first[k] = basis.evaluate(k, four);
    let variance = 0;
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 4; b++) {
        variance += four[a]! * four[b]! * covariance[(start + a) * size + start + b]!;
      }
    }
    standardErrors[k] = Math.sqrt(Math.max(0, variance));
  }
  return {
    fit,
    smoother: new MonotoneSmoother(fit),
    first,
    values,
    covariance,
    standardErrors,
  };
}
