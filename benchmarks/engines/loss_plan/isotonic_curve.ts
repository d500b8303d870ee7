import type { Engine } from "../../engine.ts";
import { lossPlan, type LossPlanAnswer, type LossPlanTask } from "../../questions/loss_plan.ts";
import { leastSizes } from "../../naive/least_sizes.ts";

/** Most rows kept in arrays: a tenth of a second. */
const ROWS = 2 ** 20;

/**
 * Rows by their place in arrays, textbook sums, the isotonic regression from its definition, and a
 * plan over all pairs of block ends. It prices its plan on the means, as if they had not chosen it,
 * which flatters: by some two standard errors.
 *
 *     g_i = min_{a <= i} max_{b >= i} (weighted mean of y_a .. y_b)
 */
export const engine: Engine<LossPlanTask, LossPlanAnswer> = {
  name: "isotonic curve",
  kind: "naive",
  question: lossPlan,
  handles: ({ losses }) => losses.length <= ROWS,
  prepare: (task) => () => {
    const { truth: { length }, revealed, losses, standardErrors, steps } = task;
    const rows = Array.from({ length }, (): number[] => []);
    revealed.forEach((k, row) => rows[k]!.push(row));
    const weight = (row: number): number => 1 / standardErrors[row]! ** 2;
    const weights = rows.map((own) => own.reduce((sum, row) => sum + weight(row), 0));
    const means = rows.map((own, k) =>
      own.reduce((sum, row) => sum + weight(row) * losses[row]!, 0) / weights[k]!
    );
    const sizes = leastSizes(isotonic(means, weights), steps);
    // Coefficients of the path error in the means.
    const form = new Float64Array(length).fill(-1);
    let end = 0;
    for (const size of sizes) {
      form[end]! += size;
      end += size;
    }
    return {
      task,
      means,
      variances: weights.map((sum) => 1 / sum),
      sizes,
      price: form.reduce((sum, c, k) => sum + c * means[k]!, 0),
      standardError: Math.sqrt(form.reduce((sum, c, k) => sum + c ** 2 / weights[k]!, 0)),
    };
  },
};

function isotonic(values: readonly number[], weights: readonly number[]): number[] {
  // Means over a .. b from sums up to each place.
  const mass = [0];
  const total = [0];
  values.forEach((value, i) => {
    mass.push(mass[i]! + weights[i]!);
    total.push(total[i]! + weights[i]! * value);
  });
  const mean = (a: number, b: number): number =>
    (total[b + 1]! - total[a]!) / (mass[b + 1]! - mass[a]!);
  return values.map((_, i) => {
    let least = Infinity;
    for (let a = 0; a <= i; a++) {
      let most = -Infinity;
      for (let b = i; b < values.length; b++) most = Math.max(most, mean(a, b));
      least = Math.min(least, most);
    }
    return least;
  });
}
