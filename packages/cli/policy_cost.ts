import type { Estimate } from "@unmask/information";
import { countText, enumeratedText, estimatedText } from "./number_text.ts";
import { tableText } from "./table_text.ts";

/** What is known of a policy's cost: each number exactly, or as an estimate, or not at all. */
export interface PolicyCost {
  /** Path error in nats; null where it is estimated, or there is none. */
  readonly pathError: number | null;
  /** Endpoint error in nats; null where enumeration is too large. */
  readonly endpointError: number | null;
  /** Mean model evaluations of a sequence; null where they are estimated. */
  readonly evaluations: number | null;
  /** What was drawn where nothing exact is known. */
  readonly estimates?: { readonly pathError: Estimate | null; readonly evaluations: Estimate };
}

/**
 * A policy's cost as a table.
 *
 * @param cost What is known
 * @param heading Of the first column
 * @returns Lines, the last one ended too
 */
export function costTable(
  { pathError, endpointError, evaluations, estimates }: PolicyCost,
  heading: string,
): string {
  return tableText([heading, "value"], [
    ["path error (nats)", pathErrorText(pathError, estimates?.pathError)],
    ["endpoint error (nats)", endpointError === null ? "too large" : enumeratedText(endpointError)],
    ["model evaluations", evaluationsText(evaluations, estimates?.evaluations)],
  ]) +
    (estimates === undefined
      ? ""
      : `+- is one standard error of ${countText(estimates.evaluations.draws, "draw")}.\n`);
}

function pathErrorText(exact: number | null, estimate: Estimate | null | undefined): string {
  if (exact !== null) return enumeratedText(exact);
  return estimate ? estimatedText(estimate) : "none";
}

function evaluationsText(exact: number | null, estimate: Estimate | undefined): string {
  if (exact !== null) return exact.toFixed(2);
  return estimate === undefined
    ? "unknown"
    : `${estimate.mean.toFixed(2)} +- ${estimate.standardError.toFixed(2)}`;
}
