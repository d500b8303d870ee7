/** Added to a variance before its root. */
const EPSILON = 1e-5;

/** Channels of positions in double precision, row-major. */
export type Rows = Float64Array<ArrayBuffer>;

/** The activation: `x` times the logistic function of it. */
export function silu(x: number): number {
  return x / (1 + Math.exp(-x));
}

/** Rows with a vector added to each. */
export function plus(x: Rows, bias: Float32Array): Rows {
  return x.map((value, n) => value + bias[n % bias.length]!);
}

/**
 * Rows of `inner` channels times a matrix. Every number is one sum from the first channel to the last,
 * so it has the same bits whatever other rows there are.
 *
 * @param x Rows
 * @param matrix `inner` rows
 * @param inner Channels of a row of `x`
 * @returns As many rows
 */
export function product(x: Rows, matrix: Float32Array, inner: number): Rows {
  const outer = matrix.length / inner;
  const y = new Float64Array(x.length / inner * outer);
  const whole = outer - outer % 4;
  for (let row = 0; row * inner < x.length; row++) {
    const from = row * inner;
    const to = row * outer;
    // Four sums at once: twice as fast as one, since none waits for another.
    for (let o = 0; o < whole; o += 4) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = 0; k < inner; k++) {
        const value = x[from + k]!;
        const at = k * outer + o;
        a += value * matrix[at]!;
        b += value * matrix[at + 1]!;
        c += value * matrix[at + 2]!;
        d += value * matrix[at + 3]!;
      }
      y[to + o] = a;
      y[to + o + 1] = b;
      y[to + o + 2] = c;
      y[to + o + 3] = d;
    }
    for (let o = whole; o < outer; o++) {
      for (let k = 0; k < inner; k++) y[to + o]! += x[from + k]! * matrix[k * outer + o]!;
    }
  }
  return y;
}

/** Each row with mean 0 and variance 1, then scaled and shifted. */
export function normalised(
  x: Rows,
  { gain, bias }: { gain: Float32Array; bias: Float32Array },
): Rows {
  const width = gain.length;
  const y = new Float64Array(x.length);
  for (let from = 0; from < x.length; from += width) {
    const row = x.subarray(from, from + width);
    const mean = row.reduce((sum, value) => sum + value, 0) / width;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    const scale = 1 / Math.sqrt(variance + EPSILON);
    for (let c = 0; c < width; c++) y[from + c] = (row[c]! - mean) * scale * gain[c]! + bias[c]!;
  }
  return y;
}
