const rotations = [13n, 15n, 26n, 6n, 17n, 29n, 16n, 24n];

/**
 * One block of Threefry2x32-20, its definition in big integers: 20 rounds of add, rotate and xor,
 * and after every fourth the next two of three key words and the number of the group.
 *
 * @param key Two words
 * @param counter Two words
 * @returns Two words in `0 .. 2^32 - 1`
 * @see Salmon, Moraes, Dror and Shaw, SC'11, https://doi.org/10.1145/2063384.2063405
 */
export function threefryBlock(
  key: readonly [number, number],
  counter: readonly [number, number],
): [number, number] {
  const word = (value: bigint): bigint => BigInt.asUintN(32, value);
  const keys = key.map(BigInt);
  keys.push(keys[0]! ^ keys[1]! ^ 0x1bd11bdan);
  let x = word(BigInt(counter[0]) + keys[0]!);
  let y = word(BigInt(counter[1]) + keys[1]!);
  for (let round = 0; round < 20; round++) {
    const turn = rotations[round % 8]!;
    x = word(x + y);
    y = (word(y << turn) | (y >> (32n - turn))) ^ x;
    if (round % 4 === 3) {
      const group = (round + 1) / 4;
      x = word(x + keys[group % 3]!);
      y = word(y + keys[(group + 1) % 3]! + BigInt(group));
    }
  }
  return [Number(x), Number(y)];
}
