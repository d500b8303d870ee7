/** A solved zero-sum game. */
export interface MatrixGame {
  /** What the row player pays at least, whatever the mixture. */
  readonly value: number;
  /** A best mixture of the rows: probabilities. */
  readonly mixture: readonly number[];
}

/**
 * A zero-sum game, by the simplex method on its linear program.
 *
 *     min over mixtures p of rows of max over columns of sum_i p_i A_{ik}
 *
 * With `x = p / value`: the greatest `sum_i x_i` for which `sum_i x_i A_{ik} <= 1` at every column.
 * Bland's rule, so it ends; a dense tableau, so for small games only.
 *
 * @param payoffs `A`, rows of equal length, non-negative, no row of zeros
 * @returns Its value and a best mixture
 */
export function matrixGame(payoffs: readonly (readonly number[])[]): MatrixGame {
  const constraints = payoffs[0]!.length;
  const variables = payoffs.length + constraints;
  // One row a constraint, with its slack and its right side; the last row is the objective.
  const tableau = Array.from({ length: constraints }, (_, k) => [
    ...payoffs.map((row) => row[k]!),
    ...Array.from({ length: constraints }, (_, slack) => slack === k ? 1 : 0),
    1,
  ]);
  const objective = Array.from({ length: variables + 1 }, (_, j) => j < payoffs.length ? -1 : 0);
  const basis = Array.from({ length: constraints }, (_, k) => payoffs.length + k);
  for (;;) {
    const entering = objective.findIndex((cost, j) => j < variables && cost < -1e-12);
    if (entering < 0) {
      const value = 1 / objective[variables]!;
      const mixture = payoffs.map((_, i) => {
        const k = basis.indexOf(i);
        return k < 0 ? 0 : tableau[k]![variables]! * value;
      });
      return { value, mixture };
    }
    let leaving = -1;
    let least = Infinity;
    tableau.forEach((row, k) => {
      if (!(row[entering]! > 1e-12)) return;
      const ratio = row[variables]! / row[entering]!;
      if (ratio < least || (ratio === least && basis[k]! < basis[leaving]!)) {
        least = ratio;
        leaving = k;
      }
    });
    const pivotRow = tableau[leaving]!;
    const pivot = pivotRow[entering]!;
    for (let j = 0; j <= variables; j++) pivotRow[j]! /= pivot;
    for (const row of [...tableau, objective]) {
      const factor = row[entering]!;
      if (row === pivotRow || factor === 0) continue;
      for (let j = 0; j <= variables; j++) row[j]! -= factor * pivotRow[j]!;
    }
    basis[leaving] = entering;
  }
}
