import type { CurveEstimate } from "@unmask/estimation";
import { BadInput, shown } from "./bad_input.ts";
import type { NamedSource } from "./open_source.ts";

/**
 * The estimate of a source that is known from losses, to compute errors with.
 *
 * Losses that rise with revealed tokens by more than their noise are no curve's, see `risesOf`.
 *
 * @param source The source
 * @param options `isotonic`, to ignore the rises; refused otherwise
 * @returns The estimate, or undefined for a source whose curve is exact
 * @throws {BadInput} On losses that rise
 */
export async function estimateOf(
  source: NamedSource,
  { isotonic }: { isotonic: boolean },
): Promise<CurveEstimate | undefined> {
  const estimate = await source.estimate?.();
  if (estimate === undefined) return undefined;
  const { estimateCurve, flattenedLog, risesOf } = await import("@unmask/estimation");
  const rises = risesOf(estimate);
  if (rises === undefined) return estimate;
  if (isotonic) return estimateCurve(flattenedLog(estimate.log));
  throw new BadInput(
    `Cannot use ${shown(`${source.record["file"]}`)}: ${rises} (--isotonic ignores the rises)`,
  );
}
