import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  type InformationCurve,
} from "./information_curve.ts";
import type { EntropyFunction, SequenceSpace } from "./source.ts";

/** Most subset entropies that {@linkcode enumeratedBlockCurves} asks for. */
export const BLOCK_SUBSET_LIMIT = 2 ** 18;

/** A law that knows the information curves of its blocks in closed form. */
export interface BlockCurveSource extends SequenceSpace {
  /**
   * The information curve of each block, given all tokens before it.
   *
   * @param lengths Lengths of contiguous blocks, from left to right, summing to `length`
   * @returns A curve of each block; blocks that are alike share one object
   */
  blockCurves(lengths: readonly number[]): InformationCurve[];
}

/**
 * The block information curves of a law, from the entropies of all subsets of every block.
 *
 *     f_b(k) = E H(X_i | X_S, X_{B_<b}),   S uniform of size k in B_b without i,   k = 0 .. |B_b| - 1
 *            = e_b(k+1) - e_b(k),          e_b(k) = mean over |S| = k of H(X_S, X_{B_<b})
 *
 * Blocks are unmasked from left to right, at random inside each: when block `b` begins, the blocks
 * `B_<b` before it are known in full and those after it not at all. So a block is a law of its own
 * for each value of what came before; `f_b` is the mean of the curves of these laws, does not
 * increase by Han's inequality for each of them, and prices every schedule of the block:
 *
 *     path error = sum_b [ sum_t sizes_b[t] f_b(N_t) - H(X_{B_b} | X_{B_<b}) ],   sum_b sum_k f_b(k) = H(X)
 *
 * One block of all tokens has the information curve. `sum_b 2^|B_b|` subset entropies: the plain
 * truth that closed forms are held against.
 *
 * @param law The law
 * @param lengths Lengths of contiguous blocks, from left to right, summing to the law's length
 * @returns The curve of each block, in nats
 * @throws {RangeError} On lengths that are not those of such blocks, or more subsets than
 *   {@linkcode BLOCK_SUBSET_LIMIT}
 */
export function enumeratedBlockCurves(
  law: EntropyFunction,
  lengths: readonly number[],
): InformationCurve[] {
  checkBlocks(lengths, law.length);
  const subsets = lengths.reduce((sum, tokens) => sum + 2 ** tokens, 0);
  if (!(subsets <= BLOCK_SUBSET_LIMIT)) {
    throw new RangeError(
      `Cannot enumerate the curves of blocks: subsets, 2^n for n tokens of a block, must be at most ${BLOCK_SUBSET_LIMIT}, got ${subsets}`,
    );
  }
  let start = 0;
  return lengths.map((tokens) => {
    const before = Array.from({ length: start }, (_, i) => i);
    const sums = new Float64Array(tokens + 1);
    const counts = new Float64Array(tokens + 1);
    for (let members = 0; members < 2 ** tokens; members++) {
      const inside: number[] = [];
      for (let i = 0; i < tokens; i++) if ((members >> i & 1) === 1) inside.push(start + i);
      sums[inside.length]! += law.subsetEntropy([...before, ...inside]);
      counts[inside.length]!++;
    }
    start += tokens;
    const means = sums.map((sum, k) => sum / counts[k]!);
    return curveFromConditionalEntropies(
      Float64Array.from({ length: tokens }, (_, k) => means[k + 1]! - means[k]!),
    );
  });
}

/**
 * The block information curves of a law whose entropies depend on how many tokens there are and not
 * on which: copies, parity, separable codes, equal independent tokens.
 *
 *     f_b(k) = f(a_b + k),   Z of the block: Z_{a_b + j} - Z_{a_b + 1},   a_b tokens before the block
 *
 * The pieces of the curve, since any `a_b + k` tokens tell as much as any others. Not the curves of
 * other laws, whose information curve alone does not determine them. O(L).
 *
 * @param curve The information curve of such a law
 * @param lengths Lengths of contiguous blocks, from left to right, summing to the curve's length
 * @returns The curve of each block, in nats
 * @throws {RangeError} On lengths that are not those of such blocks
 */
export function symmetricBlockCurves(
  curve: InformationCurve,
  lengths: readonly number[],
): InformationCurve[] {
  checkBlocks(lengths, curve.length);
  let start = 0;
  return lengths.map((tokens) => {
    const z = curve.tokenMutualInformation.subarray(start, start + tokens);
    const first = curve.conditionalEntropies[start]!;
    start += tokens;
    return curveFromTokenMutualInformation(first, z.map((value) => value - z[0]!));
  });
}

/**
 * Refuses lengths that are not those of contiguous blocks of a sequence.
 *
 * @param lengths Lengths of the blocks
 * @param length Tokens in the sequence
 * @throws {RangeError} Unless they are integers of at least 1 that sum to `length`
 */
export function checkBlocks(lengths: readonly number[], length: number): void {
  let sum = 0;
  for (const tokens of lengths) {
    if (!(Number.isSafeInteger(tokens) && tokens >= 1)) {
      throw new RangeError(
        `Cannot use blocks: every length must be an integer of at least 1, got ${tokens}`,
      );
    }
    sum += tokens;
  }
  if (sum !== length) {
    throw new RangeError(
      `Cannot use blocks: their lengths must sum to the length ${length}, got ${sum}`,
    );
  }
}
