/** Word added to the two key words so that an all-zero key still has a key schedule that differs. */
const parity = 0x1bd11bda;

/**
 * Consecutive blocks of Threefry2x32 with 20 rounds.
 *
 *     out[2i], out[2i + 1] = E_key(counter0, counter1 + i)
 *
 * The same words as one block at a time, in less time: the loop keeps the key in registers and has nothing to call.
 *
 * @param key0 First key word; like the other numbers, read modulo 2^32
 * @param key1 Second key word
 * @param counter0 First counter word, the same for all blocks
 * @param counter1 Second counter word of the first block; the next block has the next one
 * @param out Receives two words a block, from 0
 * @param blocks How many, at most half of what `out` holds
 */
export function threefryBlocks(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
  blocks: number,
): void {
  // Int32 arithmetic throughout: engines keep it in registers, and the typed array makes the words unsigned.
  const a = key0 | 0;
  const b = key1 | 0;
  const c = parity ^ a ^ b;
  const start = (counter0 + a) | 0;
  const count = (counter1 + b) | 0;
  for (let i = 0; i < blocks; i++) {
    let x = start;
    let y = (count + i) | 0;

    // Five groups of four rounds, unrolled: a round is x += y; y = rotate(y) ^ x, and after group g the key words
    // (a, b, c), rotated by g places, are added together with g itself.
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + b) | 0;
    y = (y + c + 1) | 0;

    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + c) | 0;
    y = (y + a + 2) | 0;

    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + a) | 0;
    y = (y + b + 3) | 0;

    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + b) | 0;
    y = (y + c + 4) | 0;

    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    out[2 * i] = x + c;
    out[2 * i + 1] = y + a + 5;
  }
}
