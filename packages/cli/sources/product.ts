import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey, statesKey } from "../source_limits.ts";
import { symmetricSource } from "./law_source.ts";

/** `product`: independent uniform tokens. */
export const productKind: SourceKind = sourceKind({
  name: "product",
  summary: "independent uniform tokens",
  keys: { length: lengthKey, states: statesKey },
  async open({ length, states }): Promise<OpenedSource> {
    checkLimits({ length, states });
    const { product } = await import("@unmask/information");
    return symmetricSource(product({ length, vocabularySize: states }));
  },
});
