import type { CurveEstimate } from "@unmask/estimation";
import { BadInput } from "../bad_input.ts";
import { anyText } from "../notation.ts";
import { readLosses } from "../read_losses.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey } from "../source_limits.ts";

/** `losses`: a curve estimated from a log of losses; no law is known. */
export const lossesKind: SourceKind = sourceKind({
  name: "losses",
  summary: "a curve estimated from a log of losses",
  takesIsotonic: true,
  isCurveOnly: true,
  keys: {
    file: {
      notation: anyText,
      help: "CSV with a header: masked_fraction or revealed, loss, [standard_error or count]",
    },
    length: lengthKey,
  },
  async open({ file, length }, io): Promise<OpenedSource> {
    checkLimits({ length, states: 1 });
    const { log, sha256 } = await readLosses(file, { length }, io);
    return {
      length,
      vocabularySize: null,
      findings: { sha256, rows: log.rows, places: log.places.length },
      curve(): never {
        throw new BadInput(
          "Cannot use the source: its curve must be exact here, got losses, whose curve is estimated",
        );
      },
      async estimate(): Promise<CurveEstimate> {
        const { estimateCurve } = await import("@unmask/estimation");
        return estimateCurve(log);
      },
      caveat:
        "Losses hold the predictor's own error and H(X) is unknown: a path error here is what a schedule adds to one token at a time with the same predictor.",
    };
  },
});
