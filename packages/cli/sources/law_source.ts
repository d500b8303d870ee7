import type { Source } from "@unmask/information";
import type { OpenedSource } from "../source_kind.ts";

/**
 * A law with its curve in closed form, and predictions that cost O(L + m K) for `m` tokens, as an
 * opened source.
 *
 * @param law The law
 * @returns The source
 */
export function lawSource(law: Source): OpenedSource {
  const { length, vocabularySize } = law;
  return {
    length,
    vocabularySize,
    curve: () => law.informationCurve(),
    law,
    predictionCost: (masked) => length + masked * vocabularySize,
  };
}
