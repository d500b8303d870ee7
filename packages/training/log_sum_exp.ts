/**
 * `ln sum_y exp(logits[from + y])` in double precision, without overflow. O(count).
 *
 * @param logits Numbers, some row among them
 * @param from Where the row begins
 * @param count Numbers in the row
 * @returns The logarithm of the sum
 */
export function logSumExp(logits: ArrayLike<number>, from: number, count: number): number {
  let most = -Infinity;
  for (let y = 0; y < count; y++) most = Math.max(most, logits[from + y]!);
  let sum = 0;
  for (let y = 0; y < count; y++) sum += Math.exp(logits[from + y]! - most);
  return most + Math.log(sum);
}
