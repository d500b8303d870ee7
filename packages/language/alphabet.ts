import { type SavedTokeniser, type Tokeniser, TOKENISER_FORMAT } from "./tokeniser.ts";

/** A tokeniser whose tokens are symbols of one code point each. */
export interface Alphabet extends Tokeniser {
  /** `letters`: a-z and space, for any text; `characters`: the code points of one text. */
  readonly name: "letters" | "characters";
  /** The symbol of each token, one code point each. */
  readonly symbols: readonly string[];
  /** The symbol that stands for characters outside the alphabet; undefined where they are refused. */
  readonly unknown: string | undefined;
  /**
   * The tokens of a text. O(n) time and memory.
   *
   * @param text Any text for `letters`; a text of these symbols for `characters`
   * @returns One token per symbol
   * @throws {RangeError} On a character outside the alphabet, with its position in code points, unless
   *   there is a symbol for unknown ones
   */
  encode(text: string): Int32Array;
  /**
   * The text of some tokens, the inverse of `encode`.
   *
   * @param tokens Integers in `0 .. symbols.length - 1`
   * @returns One symbol per token
   * @throws {RangeError} On a number that is no token
   */
  decode(tokens: ArrayLike<number>): string;
}

/**
 * The 27 symbols a-z and space, Shannon's alphabet for English.
 *
 * Text is folded before it is encoded: compatibility forms are decomposed (NFKD) and their marks
 * dropped, letters are lower-cased, every run of anything else becomes one space, and spaces at
 * either end are dropped. Letters that do not decompose (the German sharp s, the Norwegian o)
 * become spaces too.
 */
export const letters: Alphabet = alphabet({
  name: "letters",
  symbols: [..."abcdefghijklmnopqrstuvwxyz "],
  fold: (text) =>
    text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^a-z]+/g, " ").trim(),
});

/**
 * The alphabet of the code points that occur in `text`, in their numeric order.
 *
 * Nothing is folded: `decode(encode(text))` is `text`. O(n) time.
 *
 * @param text Well-formed text
 * @returns Its alphabet; the symbols are none when the text is empty
 */
export function charactersOf(text: string): Alphabet {
  return alphabetOf([...new Set(text)].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!));
}

/**
 * An alphabet of given symbols, without folding.
 *
 * @param symbols Code points, none twice, in the order of their tokens
 * @param options `unknown`: the symbol among them that every other character becomes; without it they
 *   are refused
 * @returns The alphabet
 * @throws {RangeError} On a symbol that is not one code point or is there twice, or when `unknown` is
 *   none of them
 */
export function alphabetOf(
  symbols: readonly string[],
  options: { unknown?: string | undefined } = {},
): Alphabet {
  const seen = new Set<string>();
  for (const symbol of symbols) {
    if (!([...symbol].length === 1 && symbol.isWellFormed() && !seen.has(symbol))) {
      throw new RangeError(
        `Cannot make an alphabet: its symbols must be different characters, got ${
          JSON.stringify(symbol)
        }${seen.has(symbol) ? " twice" : ""}`,
      );
    }
    seen.add(symbol);
  }
  const { unknown } = options;
  if (!(unknown === undefined || seen.has(unknown))) {
    throw new RangeError(
      `Cannot map unknown characters: their symbol must be one of the ${symbols.length} of the alphabet, got ${
        JSON.stringify(unknown)
      }`,
    );
  }
  return alphabet({ name: "characters", symbols, fold: (unchanged) => unchanged, unknown });
}

function alphabet(
  options: Pick<Alphabet, "name" | "symbols"> & {
    fold: (text: string) => string;
    unknown?: string | undefined;
  },
): Alphabet {
  const { name, fold, unknown } = options;
  const symbols = Object.freeze([...options.symbols]);
  const tokenOf = new Map(symbols.map((symbol, token) => [symbol, token]));
  const unknownToken = unknown === undefined ? undefined : tokenOf.get(unknown);
  return Object.freeze({
    name,
    symbols,
    size: symbols.length,
    unknown,
    encode(text: string): Int32Array {
      const folded = fold(text);
      // Never more tokens than code units, and fewer where a symbol takes two of them.
      const tokens = new Int32Array(folded.length);
      let count = 0;
      for (const character of folded) {
        const token = tokenOf.get(character) ?? unknownToken;
        if (token === undefined) {
          throw new RangeError(
            `Cannot encode text: every character must be one of the ${symbols.length} of the alphabet, got ${
              JSON.stringify(character)
            } at position ${count}`,
          );
        }
        tokens[count++] = token;
      }
      return tokens.slice(0, count);
    },
    decode(tokens: ArrayLike<number>): string {
      const parts = new Array<string>(tokens.length);
      for (let i = 0; i < tokens.length; i++) {
        const symbol = symbols[tokens[i]!];
        if (symbol === undefined) {
          throw new RangeError(
            `Cannot decode tokens: every token must be from 0 to ${symbols.length - 1}, got ${
              tokens[i]
            } at position ${i}`,
          );
        }
        parts[i] = symbol;
      }
      return parts.join("");
    },
    toJSON(): SavedTokeniser {
      if (name === "letters") return { format: TOKENISER_FORMAT, name };
      return {
        format: TOKENISER_FORMAT,
        name,
        symbols: symbols.join(""),
        ...(unknown !== undefined && { unknown }),
      };
    },
  });
}
