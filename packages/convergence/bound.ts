import type { InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import type { Coefficients } from "./linear_form.ts";

/** What a bound on single tokens needs to know of a law besides its curve. */
export interface TokenDoubt {
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
  /** The least `e` such that every token's most likely value has probability at least `1 - e`. */
  readonly doubt: number;
}

/**
 * A published statement about the path error `EKL` of a schedule, as a value: stated once here,
 * evaluated wherever errors are shown.
 *
 * With a learned predictor every upper bound holds with the training error added on both sides.
 */
export interface Bound {
  /** Short name, as on the command line. */
  readonly key: string;
  /** Name in words. */
  readonly name: string;
  /** Where it is published, with its number there. */
  readonly citation: string;
  /** The statement as a formula in `EKL`. */
  readonly formula: string;
  /** An `upper` bound is at least the path error, a `lower` bound at most. */
  readonly kind: "upper" | "lower";
  /** What the schedule must satisfy, in words. */
  readonly hypotheses: string;
  /** Whether the schedule, and what is known of the law's tokens, satisfy the hypotheses. */
  applies(sizes: MaskSizes, tokens?: TokenDoubt): boolean;
  /** The bound's value in nats; meaningful only where it applies. */
  evaluate(curve: InformationCurve, sizes: MaskSizes, tokens?: TokenDoubt): number;
  /** The right side as a linear form in the curve, where its coefficients are rational. */
  readonly coefficients?: Coefficients;
  /** The schedules of a length that it applies to, where they are few; all of them if absent. */
  schedules?(length: number): Iterable<MaskSizes>;
  /**
   * For a statement that some schedule exists: the one to compare with the value, or undefined
   * where finding it costs too much. A bound without it is about the given schedule.
   */
  witness?(curve: InformationCurve, sizes: MaskSizes): MaskSizes | undefined;
}

/** One bound against one exact path error. */
export interface BoundRow {
  /** Key of the bound. */
  readonly key: string;
  /** `upper` or `lower`. */
  readonly kind: "upper" | "lower";
  /** Whether the schedule satisfies the bound's hypotheses. */
  readonly applies: boolean;
  /** Value in nats; null where the bound does not apply. */
  readonly value: number | null;
  /**
   * Whether the path error respects the bound, or that of the witness does for a statement that some
   * schedule exists; null where it does not apply or was not checked.
   */
  readonly holds: boolean | null;
}

/**
 * Relative slack of a comparison between a bound and an error that it may equal: both are sums of
 * up to millions of rounded terms, and several bounds are attained exactly.
 */
export const BOUND_SLACK = 1e-12;

/**
 * Whether a path error respects a bound's value, up to rounding.
 *
 * @param error Path error in nats
 * @param options The `bound`'s `value` in nats and its `kind`
 * @returns `error <= value` for an upper bound, `error >= value` for a lower one
 */
export function respects(
  error: number,
  options: { value: number; kind: "upper" | "lower" },
): boolean {
  const { value, kind } = options;
  const slack = BOUND_SLACK * Math.max(Math.abs(error), Math.abs(value));
  return kind === "upper" ? error <= value + slack : error >= value - slack;
}
