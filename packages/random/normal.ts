import type { Stream } from "./stream.ts";

/**
 * Independent standard normal numbers, by the transform of Box and Muller.
 *
 *     sqrt(-2 ln u) (cos 2 pi v, sin 2 pi v),   u in (0, 1], v in [0, 1) uniform
 *
 * No number is farther from 0 than 8.6. Two doubles for every two numbers.
 *
 * @param count How many
 * @param stream Where the uniform numbers come from
 * @returns `count` numbers
 * @see G. Box and M. Muller, Ann. Math. Statist. 29 (1958) 610
 */
export function drawNormals(count: number, stream: Stream): Float64Array {
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - stream.nextDouble()));
    const angle = 2 * Math.PI * stream.nextDouble();
    numbers[i] = radius * Math.cos(angle);
    if (i + 1 < count) numbers[i + 1] = radius * Math.sin(angle);
  }
  return numbers;
}
