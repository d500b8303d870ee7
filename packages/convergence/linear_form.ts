import { type MaskSizes, sequenceLength } from "@unmask/schedules";

/**
 * A linear form in an information curve with rational coefficients, `sum_j (b_j / d) Z_j`: the
 * right side of a bound that can be decided.
 */
export interface LinearForm {
  /** `b_1 .. b_L`, exact integers; `numerators[j - 1]` belongs to `Z_j`. */
  readonly numerators: readonly bigint[];
  /** The common denominator `d`, at least 1. */
  readonly denominator: bigint;
}

/**
 * Writes the numerators of a bound's linear form for one schedule and returns the denominator: the
 * form of a bound that is decided for millions of schedules, so it allocates nothing.
 *
 * @param sizes Mask sizes in order of unmasking
 * @param out Receives `b_1 .. b_L`, safe integers
 * @returns The denominator `d`, a safe integer of at least 1
 */
export type Coefficients = (sizes: MaskSizes, out: Float64Array) => number;

/**
 * The linear form of a bound for one schedule, as exact integers.
 *
 * O(L) time and memory.
 *
 * @param coefficients Coefficients of the bound
 * @param sizes Mask sizes in order of unmasking
 * @returns The form
 */
export function linearForm(coefficients: Coefficients, sizes: MaskSizes): LinearForm {
  const out = new Float64Array(sequenceLength(sizes));
  const denominator = BigInt(coefficients(sizes, out));
  return { numerators: Array.from(out, BigInt), denominator };
}

/**
 * Checks that a form is one of sequences of some length.
 *
 * @param form The form
 * @param options `length` `L`
 * @throws {RangeError} When it has not `L` coefficients, or a denominator below 1
 */
export function checkLinearForm(form: LinearForm, { length }: { length: number }): void {
  const { numerators, denominator } = form;
  if (numerators.length !== length) {
    throw new RangeError(
      `Cannot decide a bound: it must have ${length} coefficients, got ${numerators.length}`,
    );
  }
  if (!(denominator >= 1n)) {
    throw new RangeError(
      `Cannot decide a bound: its denominator must be at least 1, got ${denominator}`,
    );
  }
}
