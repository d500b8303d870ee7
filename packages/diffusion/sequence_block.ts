/** Tokens in a block of samples, about: a few milliseconds of work, 256 KiB. */
const BLOCK_TOKENS = 2 ** 16;

/** Some neighbouring samples of a run. */
export interface SequenceBlock {
  /** Number of the first sample. */
  readonly first: number;
  /** How many samples. */
  readonly count: number;
  /** Their tokens, `count` sequences one after another; the receiver's own. */
  readonly tokens: Int32Array;
}

/**
 * Samples in each block of a run but the last: a function of the length alone, so that blocks do not
 * depend on who draws them.
 *
 * @param length Tokens in a sequence
 * @returns At least 1
 */
export function samplesInBlock(length: number): number {
  return Math.max(1, Math.floor(BLOCK_TOKENS / length));
}
