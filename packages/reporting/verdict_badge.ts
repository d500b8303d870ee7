import type { Verdict } from "./claim.ts";
import { type Markup, markup } from "./markup.ts";

const WORDS: Readonly<Record<Verdict, string>> = {
  holds: "Holds",
  refuted: "Refuted",
  undecided: "Undecided",
};

// A tick, a cross and a bar in a square of 16: the sign differs as well as the colour.
const SIGNS: Readonly<Record<Verdict, string>> = {
  holds: "M3.5 8.5l3 3 6-7",
  refuted: "M4 4l8 8M12 4l-8 8",
  undecided: "M3.5 8h9",
};

/**
 * A verdict as a word and a sign, whose colour only repeats them.
 *
 * @param verdict The verdict
 * @returns Markup for inside a line of text
 * @throws RangeError if the verdict is none of the three
 */
export function verdictBadge(verdict: Verdict): Markup {
  if (!Object.hasOwn(WORDS, verdict)) {
    throw new RangeError(
      "Cannot show the verdict: it must be holds, refuted or undecided, got " +
        JSON.stringify(verdict),
    );
  }
  const sign = markup`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${
    SIGNS[verdict]
  }"/></svg>`;
  return markup`<span class="verdict ${verdict}">${sign}${WORDS[verdict]}</span>`;
}
