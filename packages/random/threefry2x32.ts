/** Word added to the two key words so that an all-zero key still has a key schedule that differs. */
const parity = 0x1bd11bda;

/**
 * One block of Threefry2x32 with 20 rounds: two random words from a key and a counter.
 *
 *     out = E_key(counter),   key and counter of 64 bits each
 *
 * For each key a bijection of the 2^64 counters, so a stream that counts never repeats a block. The generator has
 * no state: any block can be computed first, on any machine, and is the same one. Not for cryptography.
 * Constant time and memory; arguments are read modulo 2^32.
 *
 * @param key0 First key word
 * @param key1 Second key word
 * @param counter0 First counter word
 * @param counter1 Second counter word
 * @param out Receives the two output words at 0 and 1
 * @see Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11,
 *   https://doi.org/10.1145/2063384.2063405
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
): void {
  // Int32 arithmetic throughout: engines keep it in registers, and the typed array makes the words unsigned.
  const a = key0 | 0;
  const b = key1 | 0;
  const c = parity ^ a ^ b;
  let x = (counter0 + a) | 0;
  let y = (counter1 + b) | 0;

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
  out[0] = x + c;
  out[1] = y + a + 5;
}
