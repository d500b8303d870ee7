/**
 * All positions of a sequence.
 *
 * @param length Tokens in a sequence, `L`
 * @returns `0 .. L-1`
 */
export function everyPosition(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/**
 * All positions of a sequence but one.
 *
 * @param length Tokens in a sequence, `L`
 * @param position The position left out
 * @returns `0 .. L-1` without it
 */
export function everyPositionBut(length: number, position: number): number[] {
  return everyPosition(length).filter((i) => i !== position);
}
