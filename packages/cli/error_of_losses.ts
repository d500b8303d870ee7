import type { CurveEstimate } from "@unmask/estimation";
import type { MaskSizes } from "@unmask/schedules";
import type { Answer } from "./command.ts";
import { notesText } from "./notes_text.ts";
import { countText, natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import { intervalText } from "./price_text.ts";
import { sizesText } from "./sizes_text.ts";
import { sourceText } from "./source_text.ts";
import { wrapText } from "./wrap_text.ts";

/**
 * The answer of `error` for an estimated curve. No bounds: they are about exact curves, and a bound
 * evaluated on an estimate neither holds nor fails. No failure signatures for the same reason.
 *
 * @param source The losses
 * @param estimate Their estimate
 * @param sizes Sizes in order of unmasking
 * @returns The estimated path error with its interval
 */
export async function errorOfLosses(
  source: NamedSource,
  estimate: CurveEstimate,
  sizes: MaskSizes,
): Promise<Answer> {
  const { estimateFacts, pathErrorOf, priceNotes, priceSchedule } = await import(
    "@unmask/estimation"
  );
  const price = pathErrorOf(priceSchedule(estimate, sizes));
  const facts = estimateFacts(estimate);
  const notes = [...facts.notes, ...priceNotes([price])];
  return {
    document: { sizes, ...price, ...facts, notes, endpointError: null, bounds: [], signatures: [] },
    print: (columns) =>
      sourceText(source, columns) +
      wrapText(`${countText(sizes.length, "iteration")} of sizes ${sizesText(sizes)}`, {
        columns,
        hang: 2,
      }) +
      wrapText(
        `Estimated path error ${natsText(price.pathError)} nats, 95% interval ${
          intervalText(price.interval)
        }.`,
        { columns },
      ) +
      wrapText(
        `${
          source.law === undefined
            ? "The endpoint error needs the law"
            : "The endpoint error is by enumeration, which is too large here"
        }, and bounds and failure signatures need an exact curve.`,
        { columns },
      ) +
      notesText(notes, columns),
  };
}
