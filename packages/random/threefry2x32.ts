import { threefryBlocks } from "./threefry_blocks.ts";

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
  threefryBlocks(key0, key1, counter0, counter1, out, 1);
}
