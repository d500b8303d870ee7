import { drawInteger, type Stream } from "@unmask/random";
import { curveFromTokenMutualInformation, type InformationCurve } from "./information_curve.ts";
import {
  checkConditioning,
  checkSequence,
  checkSequenceSpace,
  sortedPositions,
} from "./sequence_space.ts";
import { MASK, type Source } from "./source.ts";

/** How many pairs, and what a token can be. */
export interface TiedPairsOptions {
  /** Number of pairs, `P`: half the tokens of a sequence. */
  readonly pairs: number;
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
}

/**
 * Independent pairs of equal uniform tokens, side by side: positions 0 and 1, 2 and 3, and so on.
 * The simplest law of any length whose dependence is local.
 *
 *     H(S) = (pairs that S touches) ln K,   Z_j = ln K (j-1)/(L-1),   TC = DTC = P ln K,   L = 2P
 *
 * Every operation is O(L + output) or better.
 *
 * @param options `pairs` `P` and `vocabularySize` `K`
 * @returns The law, over sequences of `2 P` tokens
 * @throws {RangeError} On a shape that is not of positive integers within the limits
 */
export function tiedPairs(options: TiedPairsOptions): Source {
  const { pairs, vocabularySize } = options;
  const length = 2 * pairs;
  const space = { length, vocabularySize };
  checkPairs(pairs, length);
  checkSequenceSpace(space, "tie pairs");
  const tokenEntropy = Math.log(vocabularySize);
  return {
    ...space,
    subsetEntropy: (positions: readonly number[]): number =>
      new Set(sortedPositions(positions, length).map(pairOf)).size * tokenEntropy,
    logProbability(tokens: Int32Array): number {
      checkSequence(tokens, space);
      return tokens.every((token, i) => token === tokens[partnerOf(i)])
        ? 0 - pairs * tokenEntropy
        : -Infinity;
    },
    conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number {
      checkConditioning(revealed, positions, space);
      const cells = positions.length * vocabularySize;
      const torn = revealed.some((token, i) =>
        token !== MASK && revealed[partnerOf(i)] !== MASK && token !== revealed[partnerOf(i)]
      );
      if (torn) {
        out.fill(NaN, 0, cells);
        return positions.length;
      }
      for (let row = 0; row < positions.length; row++) {
        const token = revealed[partnerOf(positions[row]!)]!;
        const start = row * vocabularySize;
        out.fill(token === MASK ? 1 / vocabularySize : 0, start, start + vocabularySize);
        if (token !== MASK) out[start + token] = 1;
      }
      return 0;
    },
    draw(stream: Stream, out: Int32Array): void {
      for (let i = 0; i < length; i += 2) out.fill(drawInteger(vocabularySize, stream), i, i + 2);
    },
    informationCurve: (): InformationCurve =>
      curveFromTokenMutualInformation(
        tokenEntropy,
        Float64Array.from({ length }, (_, j) => tokenEntropy * (j / (length - 1))),
      ),
  };
}

function pairOf(position: number): number {
  return position >> 1;
}

function partnerOf(position: number): number {
  return position ^ 1;
}

/** A half pair would be an odd length, which the check of the space would let pass. */
function checkPairs(pairs: number, length: number): void {
  if (!(Number.isSafeInteger(pairs) && pairs >= 1 && Number.isSafeInteger(length))) {
    throw new RangeError(`Cannot tie pairs: pairs must be a positive integer, got ${pairs}`);
  }
}
