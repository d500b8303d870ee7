import { type MaskSizes, sequenceLength } from "@unmask/schedules";
import { checkLinearForm, type LinearForm } from "./linear_form.ts";
import { type StepLaw, stepLaw } from "./step_curve.ts";

/** A law on which a claimed upper bound fails, with both sides of the inequality. */
export interface Counterexample {
  /** The schedule, in order of unmasking. */
  readonly sizes: MaskSizes;
  /** The law. */
  readonly source: StepLaw;
  /** Path error of the schedule on the law, in units of `ln field` nats: an integer. */
  readonly pathError: number;
  /** What the claim allows, in the same unit: a rational number `numerator / denominator`. */
  readonly allowed: { readonly numerator: bigint; readonly denominator: bigint };
}

/** What is decided of a claimed upper bound. */
export type Decision =
  | { readonly verdict: "proved" }
  | { readonly verdict: "refuted"; readonly counterexample: Counterexample };

/**
 * Decides a claimed upper bound on the path error of one schedule, for all laws at once.
 *
 *     EKL(sizes) <= sum_j (b_j / d) Z_j   for every law of L tokens
 *
 * Both sides are linear in the curve, every curve is a non-negative combination of the step curves
 * `1[j > k]`, `k = 1 .. L-1`, and every step curve is that of a Reed-Solomon code. So the claim
 * holds for every law if and only if it holds on the `L - 1` steps, where it reads
 *
 *     N_{t+1} - k <= sum_{j > k} b_j / d   for N_t < k < N_{t+1},   0 <= .. for k = N_t.
 *
 * The decision is exact (bigint arithmetic) and complete: a proof, or a law that refutes the claim,
 * the one with the largest `k`. `Z_1` is 0, so `b_1` is of no consequence. O(L) bigint operations.
 *
 * @param form The right side
 * @param sizes Mask sizes in order of unmasking
 * @returns `proved`, or `refuted` with a counterexample
 * @throws {RangeError} When the form has not `L` coefficients, or a denominator below 1
 */
export function decideBound(form: LinearForm, sizes: MaskSizes): Decision {
  const length = sequenceLength(sizes);
  checkLinearForm(form, { length });
  const { numerators, denominator } = form;
  let allowed = 0n;
  let end = length;
  for (let t = sizes.length - 1; t >= 0; t--) {
    const start = end - sizes[t]!;
    for (let k = end - 1; k >= Math.max(1, start); k--) {
      // Coefficient of Z_{k+1}: the steps with threshold at most k contain it.
      allowed += numerators[k]!;
      const pathError = k === start ? 0 : end - k;
      if (BigInt(pathError) * denominator > allowed) {
        return {
          verdict: "refuted",
          counterexample: {
            sizes,
            source: stepLaw({ length, dimension: k }),
            pathError,
            allowed: { numerator: allowed, denominator },
          },
        };
      }
    }
    end = start;
  }
  return { verdict: "proved" };
}
