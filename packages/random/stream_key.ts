import { threefry2x32 } from "./threefry2x32.ts";

/** The 64-bit key of a stream family, as two unsigned words. */
export interface StreamKey {
  readonly key0: number;
  readonly key1: number;
}

/** First chaining value: the bytes of "unmask/1". Another text here would make every key another one. */
const [domain0, domain1] = [0x616d6e75, 0x312f6b73] as const;

/**
 * Hashes what a stream is for into its 64-bit key.
 *
 *     m  = seed | bytes(cell), bytes(purpose) | cell, padded | purpose, padded      (blocks of 8 bytes)
 *     h := E_h(m_i) xor m_i   for each block, from a fixed h;  E = Threefry2x32-20  (Matyas-Meyer-Oseas)
 *
 * Texts are UTF-8, little-endian words, padded with zero bytes to whole blocks. The lengths come before the texts,
 * so no two different inputs give the same blocks: ("ab", "c") and ("a", "bc") differ. Among n keys the chance of
 * any collision is about n^2 / 2^65: under 1e-7 for a million cells. O(bytes of cell and purpose).
 *
 * @param options.seed Master seed, an integer in [0, 2^53 - 1]
 * @param options.cell Name of the experiment's cell; well-formed Unicode
 * @param options.purpose What the numbers are for, so that two uses in one cell never share them
 * @returns The key
 * @throws RangeError if the seed is not such an integer, or a text holds a lone surrogate
 * @see Salmon et al., SC'11, for the block function; Preneel, Govaerts and Vandewalle, "Hash functions based on
 *   block ciphers: a synthetic approach", CRYPTO '93, for the mode
 */
export function streamKey(options: { seed: number; cell: string; purpose: string }): StreamKey {
  const { seed } = options;
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new RangeError(
      `Cannot derive a stream key: seed must be an integer in [0, 2^53 - 1], got ${seed}`,
    );
  }
  const cell = utf8("cell", options.cell);
  const purpose = utf8("purpose", options.purpose);

  const chain = new Uint32Array([domain0, domain1]);
  absorb(chain, seed >>> 0, Math.floor(seed / 2 ** 32));
  absorb(chain, cell.length, purpose.length);
  absorbBytes(chain, cell);
  absorbBytes(chain, purpose);
  return { key0: chain[0]!, key1: chain[1]! };
}

function utf8(name: string, text: string): Uint8Array {
  // UTF-8 writes every lone surrogate as U+FFFD, which would give different texts one key.
  if (!text.isWellFormed()) {
    throw new RangeError(
      `Cannot derive a stream key: ${name} must be well-formed Unicode, got ${
        JSON.stringify(text)
      }`,
    );
  }
  return new TextEncoder().encode(text);
}

function absorbBytes(chain: Uint32Array, bytes: Uint8Array): void {
  const word = (at: number): number =>
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24);
  for (let at = 0; at < bytes.length; at += 8) absorb(chain, word(at), word(at + 4));
}

function absorb(chain: Uint32Array, word0: number, word1: number): void {
  threefry2x32(chain[0]!, chain[1]!, word0, word1, chain);
  chain[0]! ^= word0;
  chain[1]! ^= word1;
}
