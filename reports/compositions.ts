import { type MaskSizes, maskSizes } from "@unmask/schedules";

/**
 * Every mask size schedule of a length: its `2^(L-1)` compositions, one shot first.
 *
 * @param length Tokens in a sequence, `L`, an integer of at least 1
 * @returns The schedules, each in order of unmasking
 */
export function* compositions(length: number): Generator<MaskSizes> {
  const cuts = 2 ** (length - 1);
  for (let cut = 0; cut < cuts; cut++) {
    const sizes = [1];
    // Bit j of the number says whether a new set begins after token j + 1.
    for (let j = 0; j < length - 1; j++) {
      if ((cut >> j) & 1) sizes.push(1);
      else sizes[sizes.length - 1]!++;
    }
    yield maskSizes(sizes, { length });
  }
}
