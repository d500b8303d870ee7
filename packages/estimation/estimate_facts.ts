import { CONTRADICTION, type CurveEstimate } from "./estimate_curve.ts";
import { monotonicity } from "./monotonicity.ts";

/** Places below which the shape of a curve is more assumed than seen. */
const FEW_PLACES = 10;

/** Places that are far apart: fewer than this, and than a third of the tokens. */
const SPARSE_PLACES = 40;
const SPARSE_SHARE = 1 / 3;

/** Share of extrapolated counts above which a plan is about them more than about the log. */
const MUCH_EXTRAPOLATED = 1 / 4;

/** How many `k` lie outside the places of a log, where its curve is extrapolated. */
export interface Extrapolated {
  /** Numbers of revealed tokens below the first place. */
  readonly below: number;
  /** Those above the last. */
  readonly above: number;
}

/** What every answer from an estimate says of it. */
export interface EstimateFacts {
  /** Never exact. */
  readonly exact: false;
  /** First and last number of revealed tokens in the log. */
  readonly observed: { readonly from: number; readonly to: number };
  /** How much lies outside. */
  readonly extrapolated: Extrapolated;
  /** What a reader should know, in words. */
  readonly notes: readonly string[];
}

/**
 * What an answer says of the estimate behind it.
 *
 * @param estimate The estimate
 * @returns The facts, for JSON and for people
 */
export function estimateFacts(estimate: CurveEstimate): EstimateFacts {
  const { log, curve: { observed, length }, misfitScore, noise } = estimate;
  const extrapolated = { below: observed.from, above: length - 1 - observed.to };
  const notes: string[] = [];
  if (log.repeated > 0 && !log.binned) {
    notes.push(`${counted(log.repeated, "row")} at a place that was there before: merged.`);
  }
  if (log.places.length < FEW_PLACES) {
    notes.push(
      `Warning: only ${log.places.length} places: between them the curve is taken to be smooth, and no interval covers that.`,
    );
  } else if (log.places.length < Math.min(SPARSE_PLACES, SPARSE_SHARE * length)) {
    notes.push(
      `Fewer than ${SPARSE_PLACES} places and than a third of the tokens: between its ${log.places.length} places the curve is taken to be smooth, and no interval covers that.`,
    );
  }
  if (log.binned) {
    notes.push(`Rows at too many different places: neighbours put into ${log.places.length} bins.`);
  }
  if (log.noise.kind === "estimated") {
    notes.push(
      `No standard errors in the log: its noise is estimated from the scatter of the rows, with ${
        counted(Math.round(log.noise.degreesOfFreedom), "degree")
      } of freedom.`,
    );
  }
  if (log.flattened) {
    notes.push(
      "The losses rise with revealed tokens by more than their noise explains: this is about the nearest ones that do not, their isotonic regression.",
    );
  }
  if (!monotonicity(log, noise).consistent) {
    notes.push("Warning: the losses rise with revealed tokens by more than their noise explains.");
  }
  if (misfitScore > CONTRADICTION) {
    notes.push(
      "Warning: the losses scatter about a smooth curve by more than their noise explains: either the curve has steps, or the standard errors are too small.",
    );
  }
  if (noise.inflation > 1) {
    notes.push(
      `The variances of the log are taken to be ${
        noise.inflation.toPrecision(2)
      } times as large, as that scatter says; intervals are wider for it.`,
    );
  }
  const { below, above } = extrapolated;
  if (below > 0 || above > 0) {
    const parts = [
      ...(below > 0 ? [`below ${observed.from}`] : []),
      ...(above > 0 ? [`above ${observed.to}`] : []),
    ];
    notes.push(
      `Warning: the log has no losses ${parts.join(" and ")} revealed tokens: ${
        below + above
      } of ${length} values are extrapolated.`,
    );
    if (below + above > MUCH_EXTRAPOLATED * length) {
      notes.push(
        "Warning: more than a quarter is extrapolated: the plan rests on what the log does not say.",
      );
    }
  }
  return { exact: false, observed, extrapolated, notes };
}

/** A count with its thing, in the plural where it is not one. */
function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
