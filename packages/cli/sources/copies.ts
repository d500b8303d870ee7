import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey, statesKey } from "../source_limits.ts";
import { symmetricSource } from "./law_source.ts";

/** `copies`: one uniform token, repeated. */
export const copiesKind: SourceKind = sourceKind({
  name: "copies",
  summary: "one uniform token, repeated",
  keys: { length: lengthKey, states: statesKey },
  async open({ length, states }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { copies } = await import("@unmask/information");
    return symmetricSource(copies({ length, vocabularySize: states }));
  },
});
