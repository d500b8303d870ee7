/** Nodes and weights of a quadrature on [-1, 1]. */
export interface Quadrature {
  /** Where the integrand is taken, in (-1, 1). */
  readonly nodes: Float64Array;
  /** What each value counts, positive numbers that sum to 2. */
  readonly weights: Float64Array;
}

/**
 * Gauss-Legendre quadrature.
 *
 *     integral_{-1}^1 g(x) dx = sum_i weights[i] g(nodes[i])   for polynomials g of degree up to 2 order - 1
 *
 * The roots of the Legendre polynomial by Newton's method. O(order^2) time.
 *
 * @param order Number of nodes, an integer of at least 1
 * @returns The quadrature
 * @see NIST Digital Library of Mathematical Functions, 3.5(v)
 */
export function gaussLegendre(order: number): Quadrature {
  const nodes = new Float64Array(order);
  const weights = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let x = -Math.cos(Math.PI * (i + 0.75) / (order + 0.5));
    let slope = 1;
    // From this start Newton doubles its digits; five rounds are more than enough.
    for (let round = 0; round < 6; round++) {
      let [before, value] = [0, 1];
      for (let n = 1; n <= order; n++) {
        [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      }
      slope = order * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
