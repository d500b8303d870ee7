import type { SampleBlock } from "./sample_blocks.ts";
import type { Sampling } from "./sampling.ts";

/** A way to write sequences down while they are drawn. */
export interface SampleFormat {
  /** Name, as in `--format NAME`. */
  readonly name: string;
  /** What it holds, a few words for the help page. */
  readonly summary: string;
  /** Whether it is bytes that no terminal can show. */
  readonly isBinary?: boolean;
  /**
   * Writes all sequences. Nothing before the first of them is drawn: an error there finds the output
   * empty.
   *
   * @param sampling What is drawn
   * @param draw Draws it, from the first sequence on; the same each time
   * @returns Pieces of the output, in order
   */
  pieces(
    sampling: Sampling,
    draw: () => AsyncIterable<SampleBlock>,
  ): AsyncGenerator<string | Uint8Array, void, void>;
}
