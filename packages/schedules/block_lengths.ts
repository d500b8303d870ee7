/** Lengths of contiguous blocks, from left to right: integers of at least 1 that sum to the length. */
export type BlockLengths = readonly number[];

/**
 * A sequence cut into a number of blocks whose lengths differ by at most 1, the longer ones first.
 *
 *     n_b = ceil(L / B) for b <= L mod B,   floor(L / B) for the others
 *
 * O(B) time and memory.
 *
 * @param options.length Tokens in the sequence, `L`
 * @param options.blocks Number of blocks, `B`, an integer in `1 .. L`
 * @returns `B` lengths, from left to right
 * @throws RangeError if `length` or `blocks` is not such an integer
 */
export function equalBlocks({ length, blocks }: { length: number; blocks: number }): BlockLengths {
  checkPart({ length, part: blocks, what: "blocks" });
  const longer = length % blocks;
  const shorter = (length - longer) / blocks;
  return Array.from({ length: blocks }, (_, b) => shorter + (b < longer ? 1 : 0));
}

/**
 * A sequence cut into blocks of one length, the last one shorter where it does not divide.
 *
 * The block length of semi-autoregressive samplers. O(L / N) time and memory.
 *
 * @param options.length Tokens in the sequence, `L`
 * @param options.blockLength Tokens in a block, `N`, an integer in `1 .. L`
 * @returns `ceil(L / N)` lengths, from left to right
 * @throws RangeError if `length` or `blockLength` is not such an integer
 * @see LLaDA, arXiv 2502.09992
 */
export function blocksOfLength(
  { length, blockLength }: { length: number; blockLength: number },
): BlockLengths {
  checkPart({ length, part: blockLength, what: "the block length" });
  const blocks = Math.ceil(length / blockLength);
  return Array.from(
    { length: blocks },
    (_, b) => b < blocks - 1 ? blockLength : length - (blocks - 1) * blockLength,
  );
}

function checkPart(
  { length, part, what }: { length: number; part: number; what: string },
): void {
  if (!(Number.isSafeInteger(length) && length >= 1)) {
    throw new RangeError(
      `Cannot cut into blocks: length must be an integer of at least 1, got ${length}`,
    );
  }
  if (!(Number.isSafeInteger(part) && part >= 1 && part <= length)) {
    throw new RangeError(
      `Cannot cut into blocks: ${what} must be an integer from 1 to the length ${length}, got ${part}`,
    );
  }
}
