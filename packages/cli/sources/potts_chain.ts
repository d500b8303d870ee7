import { finiteNumber } from "../notation.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey, statesKey } from "../source_limits.ts";
import { lawSource } from "./law_source.ts";

/** `potts-chain`: the open Potts chain without a field. */
export const pottsChainKind: SourceKind = sourceKind({
  name: "potts-chain",
  summary: "open Potts chain, neighbours coupled by J",
  keys: {
    length: lengthKey,
    states: statesKey,
    coupling: { notation: finiteNumber, help: "J; positive favours equal neighbours" },
  },
  async open({ length, states, coupling }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { pottsChain } = await import("@unmask/potts");
    return lawSource(pottsChain({ length, states, coupling }));
  },
});
