/**
 * A schedule with a number of steps between those of two schedules, of the same penalised error
 * where both are optimal for one penalty.
 *
 * Somewhere a block `b_i .. b_{i+1}` of the schedule with more steps lies within a block
 * `a_j .. a_{j+1}` of the one with fewer, with `i - j = steps - few.length`. Exchanging their tails
 * there gives two schedules that cost no more together, since the cost of a block is concave Monge;
 * so each costs what an optimal one does, and one of them has `steps` steps: first the longer
 * schedule up to `b_i`, then the shorter one from `a_{j+1}`.
 *
 * Such blocks exist: for `j = 0` the block begins no earlier than the other, for the last `j` it
 * ends no later, and where one `j` fails to end within, the next begins within. O(T) time.
 *
 * @param few Revealed counts after each step, the last one the length
 * @param many The same, with at least two steps more
 * @param options `steps`, above those of `few` and below those of `many`
 * @returns Revealed counts after each of `steps` steps
 */
export function joinedCounts(
  few: Int32Array,
  many: Int32Array,
  { steps }: { steps: number },
): Int32Array {
  const shift = steps - few.length;
  let j = 0;
  // b_{i+1} is many[i] with i = j + shift, and a_{j+1} is few[j].
  while (many[j + shift]! > few[j]!) j++;
  const joined = new Int32Array(steps);
  joined.set(many.subarray(0, j + shift));
  joined.set(few.subarray(j), j + shift);
  return joined;
}
