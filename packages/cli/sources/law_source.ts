import type { BlockCurveSource, InformationCurve, Source } from "@unmask/information";
import type { OpenedSource } from "../source_kind.ts";

/**
 * A law with its curve in closed form, and predictions that cost O(L + m K) for `m` tokens, as an
 * opened source. The curves of its blocks are its own where it has them, by enumeration elsewhere.
 *
 * @param law The law
 * @returns The source
 */
export function lawSource(law: Source & Partial<BlockCurveSource>): OpenedSource {
  const { length, vocabularySize } = law;
  return {
    length,
    vocabularySize,
    curve: () => law.informationCurve(),
    async blockCurves(lengths): Promise<InformationCurve[]> {
      if (law.blockCurves !== undefined) return law.blockCurves(lengths);
      const { enumeratedBlockCurves } = await import("@unmask/information");
      return enumeratedBlockCurves(law, lengths);
    },
    law,
    predictionCost: (masked) => length + masked * vocabularySize,
  };
}

/**
 * A law whose entropies depend on how many tokens there are alone: its blocks have pieces of its
 * curve.
 *
 * @param law The law
 * @returns The source
 */
export function symmetricSource(law: Source): OpenedSource {
  return {
    ...lawSource(law),
    async blockCurves(lengths): Promise<InformationCurve[]> {
      const { symmetricBlockCurves } = await import("@unmask/information");
      return symmetricBlockCurves(law.informationCurve(), lengths);
    },
  };
}
