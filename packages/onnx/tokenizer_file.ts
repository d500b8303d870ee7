// deno-lint-ignore-file camelcase -- the files of other programs name their parts so
import { letters, type SavedTokeniser, type Tokeniser } from "@unmask/language";

/** How the mask is written in the vocabularies of other programs. */
export const MASK_WORD = "[MASK]";

/**
 * A tokeniser of ours as `tokenizer.json`, which Hugging Face's libraries read.
 *
 * The mask follows the tokens of texts. Letters and characters are byte pairs without merges, since
 * every library has those; a character that the vocabulary does not know becomes the mask, as one that
 * is not revealed, or the symbol that stands for it where the vocabulary has one.
 *
 * @param tokeniser The tokeniser
 * @returns The document; its texts have the same tokens as ours
 * @throws {RangeError} When two tokens are written alike, which that format cannot hold
 */
export function tokenizerFile(tokeniser: Tokeniser): Readonly<Record<string, unknown>> {
  const saved = tokeniser.toJSON();
  const words = wordsOf(saved);
  const vocab: Record<string, number> = Object.create(null);
  [...words, MASK_WORD].forEach((word, token) => {
    if (Object.hasOwn(vocab, word)) {
      throw new RangeError(
        `Cannot export the tokeniser: its tokens must be written differently, got ${
          JSON.stringify(word)
        } for both ${vocab[word]} and ${token}`,
      );
    }
    vocab[word] = token;
  });
  const { unknown, merges, ...steps } = stepsOf(saved, words);
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [{
      id: words.length,
      content: MASK_WORD,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    }],
    post_processor: null,
    ...steps,
    model: {
      type: "BPE",
      dropout: null,
      unk_token: unknown,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab,
      merges,
    },
  };
}

/** What is done to a text, in the words of the format. */
interface Steps {
  readonly unknown: string | null;
  readonly normalizer: unknown;
  readonly pre_tokenizer: unknown;
  readonly decoder: unknown;
  readonly merges: readonly (readonly [string, string])[];
}

const replaced = (pattern: string, content: string): unknown => ({
  type: "Replace",
  pattern: { Regex: pattern },
  content,
});

const split = (pattern: string): unknown => ({
  type: "Split",
  pattern: { Regex: pattern },
  behavior: "Isolated",
  invert: false,
});

/** The same folding as of `letters`. */
const folding = {
  type: "Sequence",
  normalizers: [
    { type: "NFKD" },
    replaced("\\p{M}+", ""),
    { type: "Lowercase" },
    replaced("[^a-z]+", " "),
    { type: "Strip", strip_left: true, strip_right: true },
  ],
};

/** White space as JavaScript has it, sign by sign: other engines have another class of that name. */
const space = "\\t-\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

/** The same pieces that no token of our byte pairs crosses. */
const pieces = ` ?(?:[\\p{L}\\p{M}]+|\\p{N}+|[^${space}\\p{L}\\p{M}\\p{N}]+)|[${space}]`;

const byteLevel = {
  type: "ByteLevel",
  add_prefix_space: false,
  trim_offsets: true,
  use_regex: false,
};

function stepsOf(saved: SavedTokeniser, words: readonly string[]): Steps {
  if (saved.name === "byte-pairs") {
    return {
      unknown: null,
      normalizer: null,
      pre_tokenizer: { type: "Sequence", pretokenizers: [split(pieces), byteLevel] },
      decoder: byteLevel,
      merges: saved.merges.map(([left, right]) => [words[left]!, words[right]!]),
    };
  }
  return {
    unknown: saved.name === "characters" ? saved.unknown ?? MASK_WORD : MASK_WORD,
    normalizer: saved.name === "letters" ? folding : null,
    pre_tokenizer: split("[\\s\\S]"),
    decoder: { type: "Fuse" },
    merges: [],
  };
}

/** How each token is written in the format. */
function wordsOf(saved: SavedTokeniser): readonly string[] {
  if (saved.name === "letters") return letters.symbols;
  if (saved.name === "characters") return [...saved.symbols];
  const words = byteSigns();
  for (const [left, right] of saved.merges) words.push(words[left]! + words[right]!);
  return words;
}

/**
 * The sign that the format writes for each byte: itself where it is printable in Latin-1, and the
 * signs from U+0100 on for the others, in order.
 */
function byteSigns(): string[] {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const isPrintable = byte > 0x20 && byte < 0x7f || byte > 0xa0 && byte !== 0xad;
    return String.fromCodePoint(isPrintable ? byte : next++);
  });
}
