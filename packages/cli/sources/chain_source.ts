import type { MarkovLaw } from "@unmask/potts";
import type { OpenedSource } from "../source_kind.ts";

/**
 * A chain as an opened source.
 *
 * @param law The chain
 * @returns The source: curve in closed form, predictions from the nearest revealed neighbours
 */
export function chainSource(law: MarkovLaw): OpenedSource {
  const { length, vocabularySize } = law;
  return {
    length,
    vocabularySize,
    curve: () => law.informationCurve(),
    law,
    predictionCost: (masked) => length + masked * vocabularySize,
  };
}
