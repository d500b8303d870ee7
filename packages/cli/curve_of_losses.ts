import type { CurveEstimate } from "@unmask/estimation";
import { bar } from "./bars.ts";
import type { Answer } from "./command.ts";
import { fewOf } from "./few_of.ts";
import { notesText } from "./notes_text.ts";
import { natsText } from "./number_text.ts";
import type { NamedSource } from "./open_source.ts";
import { sourceText } from "./source_text.ts";
import { tableText } from "./table_text.ts";

/**
 * The answer of `curve` for an estimated curve. The four measures of an exact curve are null: read off
 * losses they would hold the predictor's own error, and read off draws their noise.
 *
 * @param source The losses
 * @param estimate Their estimate
 * @returns The smooth curve with standard errors
 */
export async function curveOfLosses(
  source: NamedSource,
  estimate: CurveEstimate,
): Promise<Answer> {
  const { estimateFacts } = await import("@unmask/estimation");
  const { values, standardErrors } = estimate.curve;
  const facts = estimateFacts(estimate);
  return {
    document: {
      source: source.record,
      length: source.length,
      vocabularySize: source.vocabularySize,
      ...facts,
      entropy: null,
      totalCorrelation: null,
      dualTotalCorrelation: null,
      totalMutualInformation: null,
      informationCurve: Array.from(values),
      standardErrors: Array.from(standardErrors),
    },
    print: (columns) =>
      sourceText(source, columns) +
      notesText(facts.notes, columns) +
      (facts.notes.length > 0 ? "\n" : "") +
      tableText(
        ["k revealed", "f(k) nats", "standard error", ""],
        fewOf(0, source.length - 1).map((k) => [
          `${k}`,
          natsText(values[k]!),
          natsText(standardErrors[k]!),
          values[0]! > 0 ? bar(values[k]! / values[0]!, 24).padEnd(24) : "",
        ]),
      ),
  };
}
