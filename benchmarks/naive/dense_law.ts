import type { LogProbability } from "@unmask/information";

/**
 * A law that looks probabilities up in a dense table, for `NaiveLaw` to enumerate.
 *
 * @param masses `K^L` probabilities, row-major, last token fastest
 * @param shape `length` `L` and `vocabularySize` `K`
 * @returns The law
 */
export function denseLaw(
  masses: ArrayLike<number>,
  shape: { length: number; vocabularySize: number },
): LogProbability {
  const { length, vocabularySize } = shape;
  return {
    length,
    vocabularySize,
    logProbability: (tokens) =>
      Math.log(masses[tokens.reduce((cell, token) => cell * vocabularySize + token, 0)]!),
  };
}
