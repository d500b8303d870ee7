import { finiteNumber } from "../notation.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey, statesKey } from "../source_limits.ts";
import { lawSource } from "./law_source.ts";

/** `potts-ring`: the Potts chain whose last token is coupled to its first. */
export const pottsRingKind: SourceKind = sourceKind({
  name: "potts-ring",
  summary: "Potts ring: the chain whose last token is coupled to its first",
  keys: {
    length: lengthKey,
    states: statesKey,
    coupling: { notation: finiteNumber, help: "J; positive favours equal neighbours" },
  },
  async open({ length, states, coupling }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { pottsRing } = await import("@unmask/potts");
    return lawSource(pottsRing({ length, states, coupling }));
  },
});
