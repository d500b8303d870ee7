import { drawSubset, type Stream } from "@unmask/random";

/** Rows for a curve, and rows that it is held against. */
export interface SplitSequences {
  /** Rows that give the curve. */
  readonly curve: readonly Int32Array[];
  /** As many others, to measure what the curve predicts. */
  readonly validation: readonly Int32Array[];
}

/**
 * Draws two disjoint halves from the rows of a text, at random and without replacement.
 *
 * The difference of the means of two such halves has exactly the variance that their sample variances
 * estimate, `S^2 (1/n + 1/n)`, however neighbouring rows of the text depend on each other: what is held
 * against it is the draw, not a model of the text.
 *
 * @param rows Rows of held-out text
 * @param options `each`, most rows of a half; `stream`, where the randomness comes from
 * @returns The halves, with as many rows each as there are, up to `each`
 * @throws {RangeError} On rows for fewer than 4 in each half
 */
export function splitSequences(
  rows: readonly Int32Array[],
  { each, stream }: { each: number; stream: Stream },
): SplitSequences {
  const size = Math.min(each, rows.length >> 1);
  if (!(size >= 4)) {
    throw new RangeError(
      `Cannot measure a model: held-out sequences must be at least 8, 4 for its curve and 4 others to hold it against, got ${
        size === each ? 2 * each : rows.length
      }`,
    );
  }
  const drawn = Array.from(drawSubset(rows.length, 2 * size, stream), (n) => rows[n]!);
  return { curve: drawn.slice(0, size), validation: drawn.slice(size) };
}
