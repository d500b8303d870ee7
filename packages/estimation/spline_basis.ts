/** Cubic B-splines: the functions that an estimated curve is a combination of. */
export interface SplineBasis {
  /** How many functions. */
  readonly size: number;
  /** Greville abscissae: the line `x` has these coefficients. */
  readonly abscissae: Float64Array;
  /**
   * The four functions that are not zero at a point; they are at least 0 and sum to 1.
   *
   * @param x Point between the first and the last break
   * @param out Receives their values
   * @returns Index of the first of the four
   */
  evaluate(x: number, out: Float64Array): number;
}

const DEGREE = 3;

/**
 * The cubic B-splines on given breaks.
 *
 * A combination whose coefficients do not increase does not increase either. O(log breaks) a point.
 *
 * @param breaks At least two increasing points
 * @returns `breaks + 2` functions
 * @see C. de Boor, "A practical guide to splines", 1978, chapter X
 */
export function splineBasis(breaks: Float64Array): SplineBasis {
  const intervals = breaks.length - 1;
  const size = intervals + DEGREE;
  const knots = new Float64Array(size + DEGREE + 1);
  for (let i = 0; i < knots.length; i++) {
    knots[i] = breaks[Math.min(intervals, Math.max(0, i - DEGREE))]!;
  }
  const abscissae = Float64Array.from(
    { length: size },
    (_, i) => (knots[i + 1]! + knots[i + 2]! + knots[i + 3]!) / DEGREE,
  );
  const left = new Float64Array(DEGREE + 1);
  const right = new Float64Array(DEGREE + 1);
  return {
    size,
    abscissae,
    evaluate(x, out): number {
      let low = 0;
      let high = intervals - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (breaks[middle]! <= x) low = middle;
        else high = middle - 1;
      }
      const span = low + DEGREE;
      out[0] = 1;
      for (let j = 1; j <= DEGREE; j++) {
        left[j] = x - knots[span + 1 - j]!;
        right[j] = knots[span + j]! - x;
        let saved = 0;
        for (let r = 0; r < j; r++) {
          const share = out[r]! / (right[r + 1]! + left[j - r]!);
          out[r] = saved + right[r + 1]! * share;
          saved = left[j - r]! * share;
        }
        out[j] = saved;
      }
      return low;
    },
  };
}
