/** A correspondence between text and tokens `0 .. symbols.length - 1`. */
export interface Alphabet {
  /** `letters`: a-z and space, for any text; `characters`: the code points of one text. */
  readonly name: "letters" | "characters";
  /** The symbol of each token, one code point each. */
  readonly symbols: readonly string[];
  /**
   * The tokens of a text. O(n) time and memory.
   *
   * @param text Any text for `letters`; a text of these symbols for `characters`
   * @returns One token per symbol
   * @throws {RangeError} On a character outside the alphabet, with its position in code points
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
  const symbols = [...new Set(text)].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
  return alphabet({ name: "characters", symbols, fold: (unchanged) => unchanged });
}

function alphabet(
  options: Pick<Alphabet, "name" | "symbols"> & { fold: (text: string) => string },
): Alphabet {
  const { name, fold } = options;
  const symbols = Object.freeze([...options.symbols]);
  const tokenOf = new Map(symbols.map((symbol, token) => [symbol, token]));
  return Object.freeze({
    name,
    symbols,
    encode(text: string): Int32Array {
      const folded = fold(text);
      // Never more tokens than code units, and fewer where a symbol takes two of them.
      const tokens = new Int32Array(folded.length);
      let count = 0;
      for (const character of folded) {
        const token = tokenOf.get(character);
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
  });
}
