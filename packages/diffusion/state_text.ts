import { MASK } from "@unmask/information";

/** Most tokens of a state that a message shows. */
const MOST_SHOWN = 32;

/**
 * A partially revealed sequence as a message shows it: `0 2 _ _`, shortened where it is long.
 *
 * @param state Tokens, `MASK` where not revealed
 * @returns Tokens with spaces between them, `_` for a mask
 */
export function stateText(state: Int32Array): string {
  const shown = Array.from(
    state.subarray(0, MOST_SHOWN),
    (token) => token === MASK ? "_" : String(token),
  );
  return [...shown, ...(state.length > MOST_SHOWN ? [".."] : [])].join(" ");
}
