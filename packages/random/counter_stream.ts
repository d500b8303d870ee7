import type { Stream } from "./stream.ts";
import type { StreamKey } from "./stream_key.ts";
import { threefry2x32 } from "./threefry2x32.ts";

/** Blocks in one stream: the block number is one counter word. */
const blocks = 2 ** 32;

/**
 * The words of blocks (sample, 0), (sample, 1), .. under one key, in order.
 *
 * Block numbers are spent, never wrapped: past the last of the 2^32 blocks the stream refuses.
 */
export class CounterStream implements Stream {
  readonly #key: StreamKey;
  readonly #sample: number;
  readonly #scratch: Uint32Array;
  #block: number;
  #second = 0;
  #secondWaits = false;

  /**
   * @param options.key Key of the family
   * @param options.sample First counter word
   * @param options.block Block to begin at
   * @param options.scratch Two words to compute in; may be shared, since nothing is kept there between calls
   */
  constructor(
    options: { key: StreamKey; sample: number; block: number; scratch: Uint32Array },
  ) {
    this.#key = options.key;
    this.#sample = options.sample;
    this.#block = options.block;
    this.#scratch = options.scratch;
  }

  /** The next word of the current block, or the first of the next one. */
  nextUint32(): number {
    if (this.#secondWaits) {
      this.#secondWaits = false;
      return this.#second;
    }
    if (!(this.#block < blocks)) {
      throw new RangeError(
        `Cannot draw from the stream of sample ${this.#sample}: blocks drawn must be at most 2^32, got 2^32 + 1`,
      );
    }
    const scratch = this.#scratch;
    threefry2x32(this.#key.key0, this.#key.key1, this.#sample, this.#block++, scratch);
    this.#second = scratch[1]!;
    this.#secondWaits = true;
    return scratch[0]!;
  }

  /** A multiple of 2^-53 from two words: 27 high bits of the first, 26 high bits of the second. */
  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 2 ** 26 + low) * 2 ** -53;
  }
}
