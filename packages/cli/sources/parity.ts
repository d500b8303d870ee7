import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey, statesKey } from "../source_limits.ts";
import { symmetricSource } from "./law_source.ts";

/** `parity`: uniform over the sequences whose sum is 0 modulo `states`. */
export const parityKind: SourceKind = sourceKind({
  name: "parity",
  summary: "uniform over the sequences whose sum is 0 modulo states",
  keys: { length: lengthKey, states: statesKey },
  async open({ length, states }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { parity } = await import("@unmask/information");
    return symmetricSource(parity({ length, vocabularySize: states }));
  },
});
