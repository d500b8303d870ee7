import type { SequenceSampler } from "@unmask/information";
import { drawInteger } from "@unmask/random";

/**
 * The law of a window of a text: `length` tokens from a uniformly drawn place of it. O(L) a draw.
 *
 * @param tokens The text
 * @param options `length` of a window; `vocabularySize`
 * @returns A sampler, to train on
 * @throws {RangeError} On a text shorter than a window, or a token outside the vocabulary
 */
export function textWindows(
  tokens: Int32Array,
  options: { length: number; vocabularySize: number },
): SequenceSampler {
  const { length, vocabularySize } = options;
  if (!(tokens.length >= length)) {
    throw new RangeError(
      `Cannot train on the text: it must have at least ${length} tokens, got ${tokens.length}`,
    );
  }
  const stranger = tokens.findIndex((token) => !(token >= 0 && token < vocabularySize));
  if (stranger >= 0) {
    throw new RangeError(
      `Cannot train on the text: tokens must be from 0 to ${vocabularySize - 1}, got ${
        tokens[stranger]
      } at ${stranger}`,
    );
  }
  return {
    length,
    vocabularySize,
    draw(stream, out): void {
      const from = drawInteger(tokens.length - length + 1, stream);
      out.set(tokens.subarray(from, from + length));
    },
  };
}
