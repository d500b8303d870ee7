import { integer } from "../notation.ts";
import { type OpenedSource, type SourceKind, sourceKind } from "../source_kind.ts";
import { checkLimits, lengthKey, VOCABULARY_LIMIT } from "../source_limits.ts";
import { symmetricSource } from "./law_source.ts";

/** `reed-solomon`: a random word of the code, the law whose information curve is one step. */
export const reedSolomonKind: SourceKind = sourceKind({
  name: "reed-solomon",
  summary: "random codeword: any `dimension` tokens are free and fix the rest",
  keys: {
    field: {
      notation: integer(2, VOCABULARY_LIMIT),
      help: "size of the vocabulary, a prime of at least the length",
    },
    length: lengthKey,
    dimension: { notation: integer(1), help: "free tokens, at most the length" },
  },
  async open({ field, length, dimension }): Promise<OpenedSource> {
    checkLimits({ length, states: field });
    const { reedSolomon } = await import("@unmask/information");
    return {
      ...symmetricSource(reedSolomon({ field, length, dimension })),
      predictionCost: (masked) => length * dimension + masked * field,
    };
  },
});
