import { Tokenizer } from "@huggingface/tokenizers";

/** Text as tokens of a model. */
export interface TextTokens {
  /** The tokens, without those that the model wants around a sequence. */
  readonly tokens: Int32Array;
  /** How many of them stand for what the vocabulary does not know. */
  readonly unknown: number;
}

/** How masks are written where the files do not say. */
const usualMasks = ["[MASK]", "<mask>"];

/** Parts that a tokenizer may have. */
const tokenizerParts = ["normalizer", "pre_tokenizer", "post_processor", "decoder"];

/** A model's tokenizer, as far as masked language models need it. */
export interface TextTokenizer {
  /** Tokens before a sequence, such as `[CLS]`. */
  readonly before: readonly number[];
  /** Tokens after a sequence, such as `[SEP]`. */
  readonly after: readonly number[];
  /** Tokens that no text consists of: the mask, what comes before and after, padding. */
  readonly special: readonly number[];
  /** The token that stands where nothing is revealed; undefined where there is none. */
  readonly mask: number | undefined;
  /** The token that stands for what the vocabulary does not know; undefined where it knows all. */
  readonly unknown: number | undefined;
  /**
   * The tokens of a text.
   *
   * @param text Any text
   * @returns Its tokens, and how many are unknown
   * @throws {RangeError} When the text spells a special token, or the tokenizer fails
   */
  encode(text: string): TextTokens;
  /**
   * The text of some tokens.
   *
   * @param tokens Tokens of the vocabulary
   * @returns The text, as close as the tokenizer keeps it
   */
  decode(tokens: ArrayLike<number>): string;
}

/**
 * A tokenizer from the file that Hugging Face's libraries keep it in.
 *
 * What comes before and after a sequence is found by encoding a letter with it and without: the ways
 * to write that down are many, their effect is one.
 *
 * @param files `tokenizer`, the object of `tokenizer.json`; `tokenizerConfig`, that of
 *   `tokenizer_config.json`; `name` of the model for messages; `vocabularySize` of the model
 * @returns The tokenizer
 * @throws {RangeError} When the object is no tokenizer
 */
export function textTokenizer(files: {
  tokenizer: Readonly<Record<string, unknown>>;
  tokenizerConfig: Readonly<Record<string, unknown>>;
  name: string;
  vocabularySize: number;
}): TextTokenizer {
  const { name, vocabularySize } = files;
  const loaded = load(files);
  const { before, after } = around(loaded, name);
  const mask = maskToken(loaded, files.tokenizerConfig);
  const unknown = unknownToken(loaded, files.tokenizer);
  const special = [...loaded.get_added_tokens_decoder()]
    .filter(([token, { special }]) =>
      special && (token === mask || token !== unknown) && token < vocabularySize
    )
    .map(([token]) => token).sort((a, b) => a - b);
  const isSpecial = new Set(special);
  return {
    before,
    after,
    special,
    mask,
    unknown,
    encode(text): TextTokens {
      const tokens = idsOf(loaded, text, name);
      const refuse = (rule: string, at: number): void => {
        if (at < 0) return;
        throw new RangeError(
          `Cannot tokenise the text: ${rule}, got ${
            loaded.id_to_token(tokens[at]!) ?? tokens[at]
          } as token ${at}`,
        );
      };
      refuse(
        `it must hold no special token of ${name}${
          unknown === mask ? ", nor what it does not know" : ""
        }`,
        tokens.findIndex((token) => isSpecial.has(token)),
      );
      refuse(
        `tokens must be from 0 to ${vocabularySize - 1}, as the logits of ${name}`,
        tokens.findIndex((token) => !(token >= 0 && token < vocabularySize)),
      );
      return {
        tokens: Int32Array.from(tokens),
        unknown: tokens.filter((token) => token === unknown).length,
      };
    },
    decode(tokens): string {
      if (tokens.length === 0) return "";
      return loaded.decode(Array.from(tokens), { clean_up_tokenization_spaces: false });
    },
  };
}

function load(
  { tokenizer, tokenizerConfig, name }: Parameters<typeof textTokenizer>[0],
): Tokenizer {
  try {
    // Absent parts are written as null by some writers and left out by others.
    const parts = Object.fromEntries(tokenizerParts.map((part) => [part, null]));
    return new Tokenizer({ added_tokens: [], ...parts, ...tokenizer }, tokenizerConfig);
  } catch (cause) {
    throw new RangeError(
      `Cannot open the model ${name}: tokenizer.json must be a tokenizer, got "${
        (cause as Error).message
      }"`,
      { cause },
    );
  }
}

function idsOf(tokenizer: Tokenizer, text: string, name: string): number[] {
  try {
    return tokenizer.encode(text, { add_special_tokens: false }).ids;
  } catch (cause) {
    throw new RangeError(
      `Cannot tokenise the text: the tokenizer of ${name} must take it, got "${
        (cause as Error).message
      }"`,
      { cause },
    );
  }
}

/** What the tokenizer puts around a sequence. */
function around(tokenizer: Tokenizer, name: string): { before: number[]; after: number[] } {
  const bare = idsOf(tokenizer, "a", name);
  const { ids } = tokenizer.encode("a");
  const many = ids.length - bare.length;
  for (let from = 0; bare.length > 0 && from <= many; from++) {
    if (bare.every((token, i) => ids[from + i] === token)) {
      return { before: ids.slice(0, from), after: ids.slice(from + bare.length) };
    }
  }
  throw new RangeError(
    `Cannot open the model ${name}: its tokenizer must have tokens for "a", got ${
      JSON.stringify(ids)
    }`,
  );
}

/** The mask that the files name, or one that is written as it usually is. */
function maskToken(
  tokenizer: Tokenizer,
  { mask_token: mask }: Readonly<Record<string, unknown>>,
): number | undefined {
  const isObject = typeof mask === "object" && mask !== null && "content" in mask;
  for (const written of [isObject ? mask.content : mask, ...usualMasks]) {
    const token = typeof written === "string" ? tokenizer.token_to_id(written) : undefined;
    if (token !== undefined) return token;
  }
  return undefined;
}

function unknownToken(
  tokenizer: Tokenizer,
  file: Readonly<Record<string, unknown>>,
): number | undefined {
  const { unk_token: content, unk_id: token } = (file["model"] ?? {}) as Record<string, unknown>;
  if (typeof token === "number") return token;
  return typeof content === "string" ? tokenizer.token_to_id(content) : undefined;
}
