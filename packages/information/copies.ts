import { drawInteger, type Stream } from "@unmask/random";
import { curveFromTokenMutualInformation, type InformationCurve } from "./information_curve.ts";
import {
  checkConditioning,
  checkSequence,
  checkSequenceSpace,
  sortedPositions,
} from "./sequence_space.ts";
import { MASK, type SequenceSpace, type Source } from "./source.ts";

/**
 * One uniform token, repeated `length` times: the law that a parallel iteration hurts most.
 *
 *     H(S) = ln K for every non-empty S,   Z_j = ln K for j >= 2,   TC = (L-1) ln K
 *
 * and `DTC = ln K` for `L >= 2`. Every operation is O(L + output) or better.
 *
 * @param options `length` `L` and `vocabularySize` `K`
 * @returns The law
 * @throws {RangeError} On a shape that is not of positive integers within the limits
 */
export function copies(options: SequenceSpace): Source {
  checkSequenceSpace(options, "make copies");
  const { length, vocabularySize } = options;
  const space = { length, vocabularySize };
  const tokenEntropy = Math.log(vocabularySize);
  return {
    ...space,
    subsetEntropy: (positions: readonly number[]): number =>
      sortedPositions(positions, length).length === 0 ? 0 : tokenEntropy,
    logProbability(tokens: Int32Array): number {
      checkSequence(tokens, space);
      return tokens.every((token) => token === tokens[0]) ? -tokenEntropy : -Infinity;
    },
    conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number {
      checkConditioning(revealed, positions, space);
      const seen = new Set(revealed.filter((token) => token !== MASK));
      const [token] = seen;
      const cells = positions.length * vocabularySize;
      if (seen.size > 1) {
        out.fill(NaN, 0, cells);
        return positions.length;
      }
      out.fill(token === undefined ? 1 / vocabularySize : 0, 0, cells);
      if (token !== undefined) {
        for (let cell = token; cell < cells; cell += vocabularySize) out[cell] = 1;
      }
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
