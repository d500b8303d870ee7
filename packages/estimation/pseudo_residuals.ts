/** Departures of a log's places from curves through their neighbours. */
export interface PseudoResiduals {
  /** The first place that has one; those of the next places follow. */
  readonly first: number;
  /** Squares over the variance that weights of 1 over the variance give them. */
  readonly squares: Float64Array;
  /** Degrees of freedom of each: residuals overlap, so fewer than one. */
  readonly freedom: number;
}

/** The polynomials: as many neighbours on each side as are used, and what one residual is worth. */
const KINDS = [
  // Of equal distances, the mean square of n residuals varies as that of 18 n / 35 free ones.
  { side: 1, freedom: 18 / 35 },
  // The same for the weights 1, -4, 6, -4, 1 of a cubic.
  { side: 2, freedom: 490 / 1287 },
] as const;

/** Places from which there is a residual with two neighbours on each side. */
const CUBIC_PLACES = 5;

/**
 * How each place departs from the cubic through its four neighbours, or, where there are fewer than
 * five places, from the line through two.
 *
 *     r_i = (y_i - sum_j c_j y_j) / sqrt(1/w_i + sum_j c_j^2 / w_j),   c of Lagrange
 *
 * A curve that is locally a cubic adds nothing to them, so they are noise. O(places).
 *
 * @param log `places` in order, `losses` and `weights` there; at least three
 * @returns The squares
 * @see T. Gasser, L. Sroka and C. Jennen-Steinmetz, Biometrika 73 (1986) 625, for lines
 */
export function pseudoResiduals(
  { places, losses, weights }: {
    places: Float64Array;
    losses: Float64Array;
    weights: Float64Array;
  },
): PseudoResiduals {
  const count = places.length;
  const { side, freedom } = KINDS[count < CUBIC_PLACES ? 0 : 1];
  const squares = new Float64Array(Math.max(0, count - 2 * side));
  for (let i = side; i < count - side; i++) {
    let departure = losses[i]!;
    let variance = 1 / weights[i]!;
    for (let j = i - side; j <= i + side; j++) {
      if (j === i) continue;
      let share = 1;
      for (let l = i - side; l <= i + side; l++) {
        if (l === i || l === j) continue;
        share *= (places[i]! - places[l]!) / (places[j]! - places[l]!);
      }
      departure -= share * losses[j]!;
      variance += share ** 2 / weights[j]!;
    }
    squares[i - side] = departure ** 2 / variance;
  }
  return { first: side, squares, freedom };
}
