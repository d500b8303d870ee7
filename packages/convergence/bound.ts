import type { InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";

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
  /** Whether the schedule satisfies the hypotheses. */
  applies(sizes: MaskSizes): boolean;
  /** The bound's value in nats; meaningful only where it applies. */
  evaluate(curve: InformationCurve, sizes: MaskSizes): number;
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
  /** Whether the path error respects the bound; null where it does not apply. */
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
