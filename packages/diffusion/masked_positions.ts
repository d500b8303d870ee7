import { MASK } from "@unmask/information";

/**
 * The masked positions of a state, in ascending order. O(L).
 *
 * @param state Tokens, `MASK` where not revealed
 * @returns Positions
 */
export function maskedPositions(state: Int32Array): Int32Array {
  const positions = new Int32Array(state.length);
  let count = 0;
  for (let i = 0; i < state.length; i++) if (state[i] === MASK) positions[count++] = i;
  return positions.subarray(0, count);
}
