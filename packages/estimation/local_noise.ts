import { pseudoResiduals } from "./pseudo_residuals.ts";

/** Degrees of freedom that one window of the noise should have. */
const WINDOW_FREEDOM = 40;

/** Most windows along the log. */
const MOST_WINDOWS = 24;

/** Degrees of freedom from which repeated rows alone tell the noise. */
const ENOUGH_REPEATS = 30;

/** The noise of a log that states none. */
export interface LocalNoise {
  /** Variance of the mean at each place. */
  readonly variances: Float64Array;
  /** Degrees of freedom behind them. */
  readonly degreesOfFreedom: number;
}

/**
 * Variances of a log's means from the scatter of its rows.
 *
 *     variance of the mean at place i = s^2(i) / w_i
 *
 * `s^2` comes from rows that share a place and, where those are few, from how each place departs
 * from the cubic through its neighbours, which a bend of the curve does not bias. It is pooled in up
 * to 24 windows along the log, and between their middles its logarithm is linear: losses of few
 * masked tokens scatter more. O(places).
 *
 * @param log `places` in order, `losses`, `weights` `w`, `scatters` `sum w (y - mean)^2` and `rows`
 *   of each place; at least three places
 * @returns Positive variances, or zeros where all rows lie on one line
 */
export function localNoise(
  log: {
    places: Float64Array;
    losses: Float64Array;
    weights: Float64Array;
    scatters: Float64Array;
    rows: Float64Array;
  },
): LocalNoise {
  const { places, weights, scatters, rows } = log;
  const count = places.length;
  const repeats = rows.reduce((sum, n) => sum + n - 1, 0);
  const useNeighbours = repeats < Math.max(ENOUGH_REPEATS, count / 2);
  const squares = new Float64Array(count);
  const freedom = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    squares[i] = scatters[i]!;
    freedom[i] = rows[i]! - 1;
  }
  if (useNeighbours) {
    const residuals = pseudoResiduals(log);
    for (let j = 0; j < residuals.squares.length; j++) {
      squares[residuals.first + j]! += residuals.freedom * residuals.squares[j]!;
      freedom[residuals.first + j]! += residuals.freedom;
    }
  }
  const degreesOfFreedom = freedom.reduce((sum, n) => sum + n, 0);
  const windows = Math.max(
    1,
    Math.min(MOST_WINDOWS, Math.floor(degreesOfFreedom / WINDOW_FREEDOM)),
  );
  const middles: { place: number; log: number }[] = [];
  let first = 0;
  let spent = 0;
  for (let window = 1; window <= windows; window++) {
    let sum = 0;
    let free = 0;
    let place = 0;
    let end = first;
    while (end < count && (window === windows || spent < window * degreesOfFreedom / windows)) {
      sum += squares[end]!;
      free += freedom[end]!;
      spent += freedom[end]!;
      place += freedom[end]! * places[end]!;
      end++;
    }
    if (free > 0) middles.push({ place: place / free, log: Math.log(sum / free) });
    first = end;
  }
  const variances = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    while (at < middles.length - 2 && places[i]! > middles[at + 1]!.place) at++;
    variances[i] = Math.exp(logBetween(middles, at, places[i]!)) / weights[i]!;
  }
  return { variances, degreesOfFreedom };
}

function logBetween(
  middles: readonly { place: number; log: number }[],
  at: number,
  place: number,
): number {
  const left = middles[at]!;
  const right = middles[at + 1];
  if (right === undefined || !Number.isFinite(left.log) || !Number.isFinite(right.log)) {
    return left.log;
  }
  const share = Math.min(1, Math.max(0, (place - left.place) / (right.place - left.place)));
  return left.log + share * (right.log - left.log);
}
