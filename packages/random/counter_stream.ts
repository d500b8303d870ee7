import type { Stream } from "./stream.ts";
import type { StreamKey } from "./stream_key.ts";
import { threefryBlocks } from "./threefry_blocks.ts";

/** Blocks in one stream: the block number is one counter word. */
const blocks = 2 ** 32;

/** Most blocks computed at a time: more gain nothing, and what is not drawn was computed in vain. */
const mostAhead = 32;

/**
 * Words computed ahead, shared by the streams of a family so that opening one takes no memory. A stream that
 * finds another one's words here computes its own again.
 */
export class WordsAhead {
  /** The words. */
  readonly words = new Uint32Array(2 * mostAhead);
  /** Whose they are. */
  owner: CounterStream | undefined;
}

/**
 * The words of blocks (sample, 0), (sample, 1), .. under one key, in order.
 *
 * Block numbers are spent, never wrapped: past the last of the 2^32 blocks the stream refuses. Blocks are computed
 * one, two, three, .. and up to 32 at a time, since many streams are opened for a number or two; one at a time
 * again while streams of a family take turns.
 */
export class CounterStream implements Stream {
  readonly #key: StreamKey;
  readonly #sample: number;
  readonly #ahead: WordsAhead;
  /** The block after those computed. */
  #block: number;
  /** Blocks computed the last time. */
  #count = 0;
  #next = 0;
  #end = 0;

  /**
   * @param options.key Key of the family
   * @param options.sample First counter word
   * @param options.block Block to begin at
   * @param options.ahead Where to compute; may be shared
   */
  constructor(
    options: { key: StreamKey; sample: number; block: number; ahead: WordsAhead },
  ) {
    this.#key = options.key;
    this.#sample = options.sample;
    this.#block = options.block;
    this.#ahead = options.ahead;
  }

  /** The next word of those computed, or of the next blocks. */
  nextUint32(): number {
    const ahead = this.#ahead;
    if (this.#next === this.#end || ahead.owner !== this) this.#compute();
    return ahead.words[this.#next++]!;
  }

  /** A multiple of 2^-53 from two words: 27 high bits of the first, 26 high bits of the second. */
  nextDouble(): number {
    const ahead = this.#ahead;
    const next = this.#next;
    if (next + 1 < this.#end && ahead.owner === this) {
      this.#next = next + 2;
      return ((ahead.words[next]! >>> 5) * 2 ** 26 + (ahead.words[next + 1]! >>> 6)) * 2 ** -53;
    }
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 2 ** 26 + low) * 2 ** -53;
  }

  #compute(): void {
    const ahead = this.#ahead;
    const lost = ahead.owner === this ? 0 : this.#end - this.#next;
    const block = this.#block - Math.ceil(lost / 2);
    const wanted = ahead.owner === this ? Math.min(this.#count + 1, mostAhead) : 1;
    const count = Math.min(wanted, blocks - block);
    if (!(count > 0)) {
      throw new RangeError(
        `Cannot draw from the stream of sample ${this.#sample}: blocks drawn must be at most 2^32, got 2^32 + 1`,
      );
    }
    threefryBlocks(this.#key.key0, this.#key.key1, this.#sample, block, ahead.words, count);
    ahead.owner = this;
    this.#block = block + count;
    this.#count = count;
    this.#next = lost % 2;
    this.#end = 2 * count;
  }
}
