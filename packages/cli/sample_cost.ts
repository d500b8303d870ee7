import { BadInput } from "./bad_input.ts";
import type { OpenedSource } from "./source_kind.ts";

/** Most elementary operations of a run of the sampler: about a minute. */
export const SAMPLE_COST_LIMIT = 2 ** 34;

/** Most sequences in an answer: each takes about 150 bytes beside its tokens. */
export const SAMPLE_COUNT_LIMIT = 2 ** 20;

/** Most tokens in an answer, and most probabilities held at a time: 128 MiB of either. */
export const SAMPLE_MEMORY_LIMIT = 2 ** 24;

/**
 * Refuses a run of the sampler that is too large, before it starts.
 *
 * @param source The source
 * @param options `sizes` in order of unmasking, `count` of sequences
 * @throws {BadInput} Naming the limit and what was asked for
 */
export function checkSampleCost(
  source: OpenedSource,
  options: { sizes: readonly number[]; count: number },
): void {
  const { length, vocabularySize, predictionCost } = source;
  const { sizes, count } = options;
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  let cost = 0;
  let masked = length;
  for (const size of sizes) {
    cost += predictionCost?.(masked) ?? 0;
    masked -= size;
  }
  const limits: [string, number, number][] = [
    ["sequences", count, SAMPLE_COUNT_LIMIT],
    ["tokens, count times length,", count * length, SAMPLE_MEMORY_LIMIT],
    ["probabilities of one iteration", largest * (vocabularySize ?? 1), SAMPLE_MEMORY_LIMIT],
    ["operations", count * cost, SAMPLE_COST_LIMIT],
  ];
  for (const [thing, value, limit] of limits) {
    if (!(value <= limit)) {
      throw new BadInput(`Cannot sample: ${thing} must be at most ${limit}, got ${value}`);
    }
  }
}
