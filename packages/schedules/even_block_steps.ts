import type { BlockLengths } from "./block_lengths.ts";

/**
 * The steps of each block where every block is given as many: what samplers do by habit.
 *
 * `T / B` steps a block, one more for the first `T mod B`; a block shorter than its share takes as
 * many steps as it has tokens, and the blocks that still have room take what it leaves. O(B) time for
 * each time that happens.
 *
 * @param lengths Lengths of the blocks
 * @param options.steps All steps, `T`, at least one a block and at most one a token
 * @returns Steps of each block, summing to `T`
 * @throws RangeError if `steps` is not such an integer
 * @see LLaDA, arXiv 2502.09992: its sampler wants a number of steps that the blocks divide
 */
export function evenBlockSteps(
  lengths: BlockLengths,
  { steps }: { steps: number },
): readonly number[] {
  checkBlockSteps(lengths, steps);
  const given = lengths.map(() => 0);
  let left = steps;
  while (left > 0) {
    const open = lengths.flatMap((length, b) => given[b]! < length ? [b] : []);
    const share = Math.floor(left / open.length);
    const more = left % open.length;
    open.forEach((b, place) => {
      const taken = Math.min(lengths[b]! - given[b]!, share + (place < more ? 1 : 0));
      given[b]! += taken;
      left -= taken;
    });
  }
  return given;
}

/**
 * Refuses a number of steps that blocks cannot take.
 *
 *     B <= T <= L
 *
 * @param lengths Lengths of the blocks
 * @param steps All steps, `T`
 * @throws RangeError naming the rule that is broken
 */
export function checkBlockSteps(lengths: BlockLengths, steps: number): void {
  const length = lengths.reduce((sum, tokens) => sum + tokens, 0);
  if (!(Number.isSafeInteger(steps) && steps >= lengths.length)) {
    throw new RangeError(
      `Cannot plan blocks: steps must be an integer of at least one for each of ${lengths.length} blocks, got ${steps}`,
    );
  }
  if (!(steps <= length)) {
    throw new RangeError(
      `Cannot plan blocks: steps must be at most the length ${length}, got ${steps}`,
    );
  }
}
