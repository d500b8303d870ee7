import { answerOf, type StudioAnswer } from "./answer.ts";
import { openChoice, type OpenedChoice } from "./open_choice.ts";
import { type Play, playOf } from "./play.ts";
import type { SourceChoice, StudioState } from "./studio_state.ts";

/** Longest exact sequence that is answered where the page runs: well under 50 ms. */
export const QUICK_LENGTH = 1024;

/** A question to a desk. */
export type DeskQuestion =
  | { readonly about: "answer"; readonly state: StudioState }
  | { readonly about: "play"; readonly state: StudioState };

/** What a desk says: the answer, or why there is none, in a sentence for the reader. */
export type DeskReply<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly refusal: string };

/**
 * Whether a state is answered at once: small, and nothing has to be fitted.
 *
 * @param state The state
 * @returns False where a worker should answer
 */
export function isQuick({ source }: StudioState): boolean {
  return source.length <= QUICK_LENGTH && source.kind !== "losses" && source.kind !== "text";
}

/** Answers questions about states, and keeps the last source open. Runs on the page and in its worker. */
export class Desk {
  #choice: SourceChoice | undefined;
  #opened: OpenedChoice | undefined;

  /**
   * The answer to a state.
   *
   * @param state The state
   * @returns The answer, or the refusal of the package that refused
   */
  answer(state: StudioState): DeskReply<StudioAnswer> {
    return told(() => answerOf(this.#open(state.source), state));
  }

  /**
   * The sample that is played.
   *
   * @param state The state
   * @returns The sample, or the refusal
   */
  play(state: StudioState): DeskReply<Play> {
    return told(() => {
      const opened = this.#open(state.source);
      const { sizes } = answerOf(opened, state);
      return playOf(opened, { sizes, sample: state.sample });
    });
  }

  #open(choice: SourceChoice): OpenedChoice {
    if (this.#opened !== undefined && sameChoice(choice, this.#choice)) return this.#opened;
    this.#opened = undefined;
    this.#opened = openChoice(choice);
    this.#choice = choice;
    return this.#opened;
  }
}

/**
 * Whether two sources are the same.
 *
 * @param one A source
 * @param other Another, or none
 * @returns True where every value is the same
 */
export function sameChoice(one: SourceChoice, other: SourceChoice | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a package refuses is told to the reader; anything else is a bug and thrown on. */
function told<Content>(make: () => Content): DeskReply<Content> {
  try {
    return { ok: true, content: make() };
  } catch (error) {
    if (!(error instanceof RangeError && error.message.startsWith("Cannot "))) throw error;
    return { ok: false, refusal: error.message };
  }
}
