import type { CurveEstimate } from "@unmask/estimation";
import { BadInput, shown } from "./bad_input.ts";
import { DEFAULT_SEED } from "./common_options.ts";
import type { Messages } from "./messages.ts";
import type { NamedSource } from "./open_source.ts";

/**
 * The estimate of a source that is known from losses or from draws, to compute errors with.
 *
 * Losses that rise with revealed tokens by more than their noise are no curve's, see `risesOf`. What was
 * drawn from a law rises by chance alone.
 *
 * @param source The source
 * @param options `isotonic`, to ignore the rises, refused otherwise; `seed` of what is drawn;
 *   `messages`, where progress is shown
 * @returns The estimate, or undefined for a source whose curve is exact
 * @throws {BadInput} On losses that rise
 */
export async function estimateOf(
  source: NamedSource,
  { isotonic, seed = DEFAULT_SEED, messages }: {
    isotonic: boolean;
    seed?: number | undefined;
    messages: Messages;
  },
): Promise<CurveEstimate | undefined> {
  const estimate = await source.estimate?.({ seed, observe: (text) => messages.show(text) });
  if (estimate === undefined || source.law !== undefined) return estimate;
  const { estimateCurve, flattenedLog, risesOf } = await import("@unmask/estimation");
  const rises = risesOf(estimate);
  if (rises === undefined) return estimate;
  if (isotonic) return estimateCurve(flattenedLog(estimate.log));
  throw new BadInput(
    `Cannot use ${shown(`${source.record["file"]}`)}: ${rises} (--isotonic ignores the rises)`,
  );
}
