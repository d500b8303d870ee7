import type { SettlingSequence } from "./settling_sequence.ts";

/** Most numbers in a table of a chain, 64 MiB. */
export const NEIGHBOUR_TABLE_LIMIT = 2 ** 23;

/**
 * The first vectors of a sequence in one array, up to the one that all later ones are equal to.
 *
 * @param sequence Powers of a matrix, or laws of tokens
 * @param count How many vectors at most, at least 1
 * @returns The vectors one after another
 * @throws {RangeError} Before they are more than {@linkcode NEIGHBOUR_TABLE_LIMIT} numbers
 */
export function tabulate(sequence: SettlingSequence, count: number): Float64Array {
  const vectors: Float64Array[] = [];
  for (let i = 0; i < count && sequence.settledFrom(i) === i; i++) {
    const vector = sequence.at(i);
    vectors.push(vector);
    if (!(vectors.length * vector.length <= NEIGHBOUR_TABLE_LIMIT)) {
      throw new RangeError(
        `Cannot tabulate a chain: numbers must be at most ${NEIGHBOUR_TABLE_LIMIT}, got ${vectors.length} x ${vector.length} and more`,
      );
    }
  }
  const size = vectors[0]!.length;
  const table = new Float64Array(vectors.length * size);
  vectors.forEach((vector, i) => table.set(vector, i * size));
  return table;
}
