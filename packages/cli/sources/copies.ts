import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey, statesKey } from "../source_limits.ts";

/** `copies`: one uniform token, repeated. */
export const copiesKind: SourceKind = sourceKind({
  name: "copies",
  summary: "one uniform token, repeated",
  keys: { length: lengthKey, states: statesKey },
  async open({ length, states }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { copies } = await import("@unmask/information");
    const law = copies({ length, vocabularySize: states });
    return {
      length,
      vocabularySize: states,
      curve: () => law.informationCurve(),
      law,
      predictionCost: (masked) => length + masked * states,
    };
  },
});
