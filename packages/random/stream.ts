import { CounterStream, WordsAhead } from "./counter_stream.ts";
import { streamKey } from "./stream_key.ts";

/** A sequence of independent uniform numbers, used up from the front. */
export interface Stream {
  /** The next uniform integer in [0, 2^32 - 1]. */
  nextUint32(): number;
  /** The next uniform multiple of 2^-53 in [0, 1). */
  nextDouble(): number;
}

/** One stream for every sample number, each independent of which others are used, and when. */
export interface StreamFamily {
  /**
   * The stream of one sample, from its beginning.
   *
   * @param sample Sample number, an integer in [0, 2^32 - 1]
   * @returns A stream of 2^32 blocks of two words; asking for more throws a RangeError
   * @throws RangeError if `sample` is not such an integer
   */
  at(sample: number): Stream;
}

/**
 * The random streams for one purpose in one cell of an experiment.
 *
 *     block(sample, draw) = Threefry2x32-20 with key = hash(seed, cell, purpose), counter = (sample, draw)
 *
 * Every number is a function of (seed, cell, purpose, sample, place in the stream) and of nothing else, so results
 * are the same bytes for any number of workers and in any order of work. Two families with different arguments
 * share no key but by chance (see `streamKey`). A stream costs one small object; a word takes a few nanoseconds.
 *
 * @param options.seed Master seed, an integer in [0, 2^53 - 1]
 * @param options.cell Name of the experiment's cell, for example "potts-chain:length=64"; well-formed Unicode
 * @param options.purpose What the numbers are for, for example "unmasking order"; well-formed Unicode
 * @returns The family
 * @throws RangeError if the seed is not such an integer, or a text holds a lone surrogate
 * @see Salmon, Moraes, Dror and Shaw, SC'11, https://doi.org/10.1145/2063384.2063405
 * @example
 * ```ts
 * import { strictEqual } from "node:assert/strict";
 * import { streamFamily } from "@unmask/random";
 *
 * const tokens = streamFamily({ seed: 7, cell: "copies:length=8", purpose: "tokens" });
 * const alone = tokens.at(3).nextDouble();
 * for (let sample = 0; sample < 3; sample++) tokens.at(sample).nextDouble();
 * strictEqual(tokens.at(3).nextDouble(), alone);
 * ```
 */
export function streamFamily(
  options: { seed: number; cell: string; purpose: string },
): StreamFamily {
  const key = streamKey(options);
  const ahead = new WordsAhead();
  return {
    at(sample: number): Stream {
      if (!(Number.isInteger(sample) && sample >= 0 && sample < 2 ** 32)) {
        throw new RangeError(
          `Cannot open a stream: sample must be an integer in [0, 2^32 - 1], got ${sample}`,
        );
      }
      return new CounterStream({ key, sample, block: 0, ahead });
    },
  };
}
