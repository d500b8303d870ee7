import { type MaskSizes, maskSizes } from "./mask_sizes.ts";

/**
 * Mask sizes as LLaDA's sampler takes them: the tokens to transfer in each step of one sequence.
 *
 *     transfer[t] = sizes[t]
 *
 * One row of what `get_num_transfer_tokens` returns for a block of `L` masked tokens, in order of unmasking. Step t of
 * the sampler transfers that many masked positions of the block: with `remasking='random'` a uniform set of them, which
 * is the order that the path error is about. O(T) time and memory.
 *
 * @param sizes T sizes in order of unmasking
 * @returns T integers that sum to L
 * @see Nie et al., arXiv 2502.09992, and generate.py of github.com/ML-GSAI/LLaDA
 */
export function lladaTransfer(sizes: MaskSizes): readonly number[] {
  return Array.from(sizes);
}

/**
 * Mask sizes from a list of tokens to transfer, the inverse of `lladaTransfer`.
 *
 *     sizes = transfer without its zeros
 *
 * `get_num_transfer_tokens` gives zeros where there are more steps than masked tokens. A step that transfers nothing
 * costs a run of the model and leaves the sequence as it was, so the error is that of the other steps. O(T) time and
 * memory.
 *
 * @param transfer Tokens of each step in order of unmasking, one row of the sampler's tensor
 * @param options.length What they must sum to; not checked when absent
 * @returns The sizes, those of 0 left out
 * @throws RangeError if an entry is not an integer of at least 0, all are 0, or the sum is another one
 */
export function sizesFromLladaTransfer(
  transfer: readonly number[],
  options: { length?: number } = {},
): MaskSizes {
  for (let t = 0; t < transfer.length; t++) {
    if (Number.isSafeInteger(transfer[t]) && transfer[t]! >= 0) continue;
    throw new RangeError(
      `Cannot read a LLaDA transfer list: every entry must be an integer of at least 0, got ${
        transfer[t]
      } at [${t}]`,
    );
  }
  const sizes = transfer.filter((size) => size > 0);
  if (!(sizes.length >= 1)) {
    throw new RangeError(
      `Cannot read a LLaDA transfer list: it must transfer at least one token, got ${
        transfer.length === 0 ? "an empty list" : "zeros only"
      }`,
    );
  }
  return maskSizes(sizes, options);
}
