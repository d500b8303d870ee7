/** Where a cut is, and how far it may go. */
export interface CutRange {
  /** Revealed tokens at the cut. */
  readonly at: number;
  /** The least that it may have: one more than the cut before. */
  readonly least: number;
  /** The most: one less than the cut after. */
  readonly most: number;
}

/**
 * The cut at the end of an iteration, between its neighbours. O(cut).
 *
 * @param sizes Sizes in order of unmasking
 * @param cut The iteration that ends there, from 0, not the last one
 * @returns Where it is and how far it may go
 * @throws {RangeError} On a cut that there is none of
 */
export function cutRange(sizes: readonly number[], cut: number): CutRange {
  if (!(Number.isInteger(cut) && cut >= 0 && cut < sizes.length - 1)) {
    throw new RangeError(
      `Cannot find a cut: it must be an integer from 0 to ${sizes.length - 2}, got ${cut}`,
    );
  }
  let before = 0;
  for (let t = 0; t < cut; t++) before += sizes[t]!;
  const at = before + sizes[cut]!;
  return { at, least: before + 1, most: at + sizes[cut + 1]! - 1 };
}

/**
 * The sizes with one cut moved; it stops one token before its neighbours. O(T).
 *
 * @param sizes Sizes in order of unmasking
 * @param options `cut`, the iteration that ends there; `to`, revealed tokens
 * @returns Sizes of the same sum and number
 * @throws {RangeError} On a cut that there is none of, or a `to` that is no number
 */
export function moveCut(
  sizes: readonly number[],
  { cut, to }: { cut: number; to: number },
): number[] {
  const { at, least, most } = cutRange(sizes, cut);
  if (Number.isNaN(to)) {
    throw new RangeError(`Cannot move a cut: it must go to a number, got ${to}`);
  }
  const moved = Math.min(most, Math.max(least, Math.round(to))) - at;
  const changed = sizes.slice();
  changed[cut]! += moved;
  changed[cut + 1]! -= moved;
  return changed;
}
