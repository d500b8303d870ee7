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
  return badge(verdict, SIGNS[verdict], WORDS[verdict]);
}

/** The badge of a claim that has no results to judge. */
export function noResultsBadge(): Markup {
  return badge("refuted", "M8 3.5v6M8 12.4v.2", "No results");
}

function badge(kind: string, path: string, word: string): Markup {
  const sign =
    markup`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;
  return markup`<span class="verdict ${kind}">${sign}${word}</span>`;
}
