import { BYTE_PAIR_FORMAT, BytePairs } from "./byte_pairs.ts";

/**
 * Reads a saved vocabulary.
 *
 * @param json What `JSON.stringify` wrote of a {@linkcode BytePairs}
 * @returns The same vocabulary
 * @throws {RangeError} On any other text
 */
export function readBytePairs(json: string): BytePairs {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new RangeError("Cannot read a vocabulary: it must be JSON, got other text");
  }
  const saved = (value ?? {}) as { format?: unknown; merges?: unknown };
  if (saved.format !== BYTE_PAIR_FORMAT) {
    throw new RangeError(
      `Cannot read a vocabulary: its format must be ${JSON.stringify(BYTE_PAIR_FORMAT)}, got ${
        JSON.stringify(saved.format) ?? "none"
      }`,
    );
  }
  const { merges } = saved;
  if (
    !(Array.isArray(merges) && merges.every((pair) => Array.isArray(pair) && pair.length === 2))
  ) {
    throw new RangeError("Cannot read a vocabulary: merges must be a list of pairs, got another");
  }
  return new BytePairs(merges as [number, number][]);
}
