/** A correspondence between texts and tokens `0 .. size - 1`. */
export interface Tokeniser {
  /**
   * `letters`: a-z and space, for any text; `characters`: the code points of some text; `byte-pairs`:
   * bytes and merged pairs of them, for any text.
   */
  readonly name: "letters" | "characters" | "byte-pairs";
  /** Number of tokens. */
  readonly size: number;
  /**
   * The tokens of a text.
   *
   * @param text Any well-formed text; for `characters` one of its symbols
   * @returns Its tokens
   * @throws {RangeError} On a text that it has no tokens for
   */
  encode(text: string): Int32Array;
  /**
   * The text of some tokens.
   *
   * @param tokens Integers in `0 .. size - 1`
   * @returns Their text
   * @throws {RangeError} On a number that is no token
   */
  decode(tokens: ArrayLike<number>): string;
  /**
   * What `JSON.stringify` writes, and {@linkcode readTokeniser} reads.
   *
   * @returns The vocabulary
   */
  toJSON(): SavedTokeniser;
}

/** What a saved tokeniser begins with; another number would mean another way to encode. */
export const TOKENISER_FORMAT = "unmask tokeniser 1";

/** A tokeniser as JSON. */
export type SavedTokeniser =
  & { readonly format: string }
  & (
    | { readonly name: "letters" }
    | {
      readonly name: "characters";
      /** The symbols one after another, a code point each. */
      readonly symbols: string;
      /** The one among them that stands for every other character; absent where these are refused. */
      readonly unknown?: string;
    }
    | {
      readonly name: "byte-pairs";
      /** Pairs of tokens in the order in which they are merged. */
      readonly merges: readonly (readonly [number, number])[];
    }
  );
