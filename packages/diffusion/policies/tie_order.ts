/** Which of equally sure positions is revealed first. */
export interface TieOrder {
  /** Name. */
  readonly name: "left" | "apart";
  /**
   * Where a position comes among equally sure ones.
   *
   * @param position The position
   * @param length Tokens in a sequence, or in the block
   * @returns Its place; smaller is earlier, no two alike
   */
  place(position: number, length: number): number;
}

/** From left to right, as an argmax finds them. */
export const leftToRight: TieOrder = { name: "left", place: (position) => position };

/**
 * Far apart: positions whose numbers, read backwards in bits, are smallest, as 0, 32, 16, 48 of 64.
 *
 * Where a law is the same at every position this alone decides what the first iteration reveals, and
 * neighbours depend on each other most.
 */
export const farApart: TieOrder = {
  name: "apart",
  place(position, length): number {
    let place = 0;
    for (let bit = 1; bit < length; bit *= 2) place = place * 2 + (Math.floor(position / bit) % 2);
    return place;
  },
};
