import { alphabetOf, letters } from "./alphabet.ts";
import { BytePairs } from "./byte_pairs.ts";
import { type Tokeniser, TOKENISER_FORMAT } from "./tokeniser.ts";

/**
 * Reads a saved tokeniser.
 *
 * @param json What `JSON.stringify` wrote of a {@linkcode Tokeniser}
 * @param options As for {@linkcode tokeniserOf}
 * @returns The same tokeniser
 * @throws {RangeError} On any other text
 */
export function readTokeniser(
  json: string,
  options: { unknown?: string | undefined } = {},
): Tokeniser {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new RangeError("Cannot read a tokeniser: it must be JSON, got other text");
  }
  return tokeniserOf(value, options);
}

/**
 * The tokeniser of a saved one that was parsed already, as part of another document.
 *
 * @param saved What `JSON.parse` made of it
 * @param options `unknown`: the symbol of a vocabulary of characters that every character outside it
 *   becomes; without it such a character is refused when it is met, with its position
 * @returns The same tokeniser
 * @throws {RangeError} On anything else, or on `unknown` where every text has tokens
 */
export function tokeniserOf(
  saved: unknown,
  options: { unknown?: string | undefined } = {},
): Tokeniser {
  const { format, name, symbols, unknown: savedUnknown, merges } = (saved ?? {}) as Readonly<
    Record<string, unknown>
  >;
  check(format === TOKENISER_FORMAT, `its format must be "${TOKENISER_FORMAT}"`, format);
  const { unknown } = options;
  if (name === "characters") {
    check(typeof symbols === "string", "its symbols must be a text", symbols);
    check(
      savedUnknown === undefined || typeof savedUnknown === "string",
      "its unknown must be a symbol",
      savedUnknown,
    );
    return alphabetOf([...symbols], { unknown: unknown ?? savedUnknown });
  }
  check(
    name === "letters" || name === "byte-pairs",
    "its name must be letters, characters or byte-pairs",
    name,
  );
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot map unknown characters: the tokeniser must be of characters, got ${name}, which has none`,
    );
  }
  if (name === "letters") return letters;
  check(
    Array.isArray(merges) && merges.every((pair) => Array.isArray(pair) && pair.length === 2),
    "its merges must be a list of pairs",
    typeof merges === "object" ? "another list" : merges,
  );
  return new BytePairs(merges as [number, number][]);
}

function check(holds: boolean, rule: string, value: unknown): asserts holds {
  if (holds) return;
  throw new RangeError(
    `Cannot read a tokeniser: ${rule}, got ${JSON.stringify(value) ?? "none"}`,
  );
}
