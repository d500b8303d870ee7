import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits } from "../source_limits.ts";
import { lawSource } from "./law_source.ts";
import { pottsKeys } from "./potts_keys.ts";

/** `potts-ring`: the Potts chain whose last token is coupled to its first. */
export const pottsRingKind: SourceKind = sourceKind({
  name: "potts-ring",
  summary: "Potts ring: the chain whose last token is coupled to its first",
  keys: pottsKeys,
  async open({ length, states, coupling }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { pottsRing } = await import("@unmask/potts");
    return lawSource(pottsRing({ length, states, coupling }));
  },
});
