import { drawInteger, type Stream } from "@unmask/random";
import { curveFromTokenMutualInformation, type InformationCurve } from "./information_curve.ts";
import { checkConditioning, checkSequence, sortedPositions } from "./sequence_space.ts";
import { MASK, type SequenceSpace, type Source } from "./source.ts";

/** A maximum distance separable code: `K^k` words, of which any `k` tokens determine the rest. */
export interface SeparableCode extends SequenceSpace {
  /** `k`, how many tokens are free, in `0 .. length`. */
  readonly dimension: number;
  /**
   * Completes a word from `k` of its tokens.
   *
   * @param word Tokens of the space at the known positions; the rest is overwritten
   * @param known The `k` known positions, ascending
   */
  complete(word: Int32Array, known: readonly number[]): void;
}

/**
 * The uniform law over the words of a maximum distance separable code: any `k` tokens are
 * independent and uniform, and any more say nothing new.
 *
 *     H(S) = min(|S|, k) ln K,   f(j) = ln K 1[j < k],   Z_j = ln K 1[j > k]   for k >= 1
 *
 * Hence `TC = (L-k) ln K` and `DTC = k ln K`, but for `k = L`, where tokens are independent and both
 * are 0, and `k = 0`, where the only word has no entropy. Entropies and the curve are O(L); a
 * log-probability, a draw and a call of `conditionals` complete one word each, and that call
 * writes its rows besides.
 *
 * @param code The code
 * @returns The law
 * @see R. C. Singleton, "Maximum distance q-nary codes", 1964
 */
export function separableCode(code: SeparableCode): Source {
  const { length, vocabularySize, dimension } = code;
  const space = { length, vocabularySize };
  const tokenEntropy = Math.log(vocabularySize);
  const firstPositions = Array.from({ length: dimension }, (_, i) => i);
  return {
    ...space,
    subsetEntropy: (positions: readonly number[]): number =>
      Math.min(sortedPositions(positions, length).length, dimension) * tokenEntropy,
    logProbability(tokens: Int32Array): number {
      checkSequence(tokens, space);
      const word = tokens.slice();
      code.complete(word, firstPositions);
      return agree(tokens, word) ? 0 - dimension * tokenEntropy : -Infinity;
    },
    conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number {
      checkConditioning(revealed, positions, space);
      const known = firstRevealed(revealed, dimension);
      const cells = positions.length * vocabularySize;
      if (known.length < dimension) {
        out.fill(1 / vocabularySize, 0, cells);
        return 0;
      }
      const word = revealed.slice();
      code.complete(word, known);
      if (!agree(revealed, word)) {
        out.fill(NaN, 0, cells);
        return positions.length;
      }
      out.fill(0, 0, cells);
      for (let row = 0; row < positions.length; row++) {
        out[row * vocabularySize + word[positions[row]!]!] = 1;
      }
      return 0;
    },
    draw(stream: Stream, out: Int32Array): void {
      for (const position of firstPositions) out[position] = drawInteger(vocabularySize, stream);
      code.complete(out, firstPositions);
    },
    informationCurve: (): InformationCurve =>
      curveFromTokenMutualInformation(
        dimension === 0 ? 0 : tokenEntropy,
        Float64Array.from(
          { length },
          (_, j) => j < dimension || dimension === 0 ? 0 : tokenEntropy,
        ),
      ),
  };
}

/** Whether the revealed tokens are those of a word. */
function agree(revealed: Int32Array, word: Int32Array): boolean {
  return revealed.every((token, i) => token === MASK || token === word[i]);
}

/** The first `count` revealed positions, or all of them where there are fewer. */
function firstRevealed(revealed: Int32Array, count: number): number[] {
  const known: number[] = [];
  for (let i = 0; i < revealed.length && known.length < count; i++) {
    if (revealed[i] !== MASK) known.push(i);
  }
  return known;
}
