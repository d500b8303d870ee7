import { type SubsetRoom, sumOut, sumRows } from "./subset_sums.ts";

/** Cells summed at a time, which stay in near memory until they are done. */
const RUN = 1024;

/** A part of the work on a table: its first few tokens decided, each a value or summed out. */
export interface SubsetBranch {
  /** The masses of the tokens that are left. */
  readonly masses: Float64Array;
  /** Decided tokens that were kept. */
  readonly kept: number;
}

/**
 * How many tokens a branch has decided, by the shape alone: parts are the same for any number of
 * workers. Enough for 8 parts of the same size, and few enough that each is worth a message.
 *
 * @param shape `length` and `vocabularySize`
 * @returns At most 3
 */
export function decidedTokens(shape: { length: number; vocabularySize: number }): number {
  const { length, vocabularySize } = shape;
  return Math.min(length, vocabularySize <= 2 ? 3 : vocabularySize <= 6 ? 2 : 1);
}

/**
 * The branches of a table that decide its first token: one for each value, which keeps the token,
 * and one that sums it out. A kept token never meets its other values again, so every branch is a
 * table of its own, `(K + 1)^(L - 1)` cells of work.
 *
 * @param branch The table, `K^n` masses with `n >= 1`
 * @param options `states` `K`; `choice` from 0 to `K`, where `K` sums out into a table of the `room`
 * @returns The branch, which may share memory with the table
 */
export function branchOf(
  { masses, kept }: SubsetBranch,
  { states, choice, room }: { states: number; choice: number; room: SubsetRoom },
): SubsetBranch {
  const stride = masses.length / states;
  if (choice < states) {
    return { masses: masses.subarray(choice * stride, (choice + 1) * stride), kept: kept + 1 };
  }
  const rest = room.of(stride);
  sumOut(masses, rest, { states, stride });
  return { masses: rest, kept };
}

/**
 * Sums the first token out of some cells of a table, values in their order as everywhere.
 *
 * @param table `masses`, `K^n` with `n >= 1`, and `rest`, whose `K^(n-1)` cells are the sums
 * @param options `states` `K`; the cells `from` and up to `to` of `rest` are written
 */
export function sumOutFirst(
  { masses, rest }: { masses: Float64Array; rest: Float64Array },
  { states, from, to }: { states: number; from: number; to: number },
): void {
  const rows = { states, stride: rest.length };
  for (let start = from; start < to; start += RUN) {
    const count = Math.min(RUN, to - start);
    sumRows({ table: masses, from: start }, { rest, to: start, count }, rows);
  }
}
