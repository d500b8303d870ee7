import { drawInteger, type Stream } from "@unmask/random";
import { curveFromTokenMutualInformation, type InformationCurve } from "./information_curve.ts";
import { checkSequenceSpace } from "./sequence_space.ts";
import { MASK, type SequenceSpace, type Source } from "./source.ts";

/**
 * One uniform token, repeated `length` times: the law that a parallel iteration hurts most.
 *
 *     H(S) = ln K for every non-empty S,   Z_j = ln K for j >= 2,   TC = (L-1) ln K,   DTC = ln K
 *
 * @param options `length` `L` and `vocabularySize` `K`, integers of at least 1
 * @returns The law; every operation is O(L) or better
 * @throws {RangeError} On a shape that is not of positive integers
 */
export function copies(options: SequenceSpace): Source {
  const { length, vocabularySize } = options;
  checkSequenceSpace(options, "make copies");
  const tokenEntropy = Math.log(vocabularySize);
  return {
    length,
    vocabularySize,
    subsetEntropy: (positions) => positions.length === 0 ? 0 : tokenEntropy,
    logProbability: (tokens) => tokens.every((t) => t === tokens[0]) ? -tokenEntropy : -Infinity,
    conditionals(revealed, positions, out) {
      const seen = new Set(revealed.filter((token) => token !== MASK));
      const rows = positions.length * vocabularySize;
      if (seen.size === 0) out.fill(1 / vocabularySize, 0, rows);
      else out.fill(seen.size === 1 ? 0 : NaN, 0, rows);
      if (seen.size !== 1) return seen.size === 0 ? 0 : positions.length;
      const [token] = seen;
      for (let row = 0; row < positions.length; row++) out[row * vocabularySize + token!] = 1;
      return 0;
    },
    draw(stream: Stream, out: Int32Array): void {
      out.fill(drawInteger(vocabularySize, stream));
    },
    informationCurve: (): InformationCurve =>
      curveFromTokenMutualInformation(
        tokenEntropy,
        Float64Array.from({ length }, (_, j) => j === 0 ? 0 : tokenEntropy),
      ),
  };
}
