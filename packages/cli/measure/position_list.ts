import type { Notation } from "../notation.ts";

/** Positions from the first to the last of a range. */
export interface PositionRange {
  /** First position, from 0. */
  readonly from: number;
  /** Last position. */
  readonly to: number;
}

/** Positions and ranges with commas between them; how many there are is known with the length. */
export const positionList: Notation<readonly PositionRange[]> = {
  rule: "positions from 0 and ranges with commas between them, as in 0-15,40",
  read(text): readonly PositionRange[] | undefined {
    const ranges: PositionRange[] = [];
    for (const part of text.split(",")) {
      const match = /^\s*(\d{1,9})(?:-(\d{1,9}))?\s*$/.exec(part);
      if (match === null) return undefined;
      const from = Number(match[1]);
      const to = Number(match[2] ?? match[1]);
      if (!(from <= to)) return undefined;
      ranges.push({ from, to });
    }
    return ranges;
  },
};
