import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits } from "../source_limits.ts";
import { lawSource } from "./law_source.ts";
import { pottsKeys } from "./potts_keys.ts";

/** `potts-chain`: the open Potts chain without a field. */
export const pottsChainKind: SourceKind = sourceKind({
  name: "potts-chain",
  summary: "open Potts chain, neighbours coupled by J",
  keys: pottsKeys,
  async open({ length, states, coupling }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { pottsChain } = await import("@unmask/potts");
    return lawSource(pottsChain({ length, states, coupling }));
  },
});
