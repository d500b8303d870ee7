/**
 * Sizes of least path error by the shortest-path program over all pairs of block ends.
 *
 *     D_t(b) = min_{a < b} D_{t-1}(a) + (b - a) f(a)
 *
 * `O(L^2 T)` time, `O(L T)` memory.
 *
 * @param f `f(0) .. f(L-1)` in nats
 * @param steps `T`
 * @returns Sizes in order of unmasking
 */
export function leastSizes(f: ArrayLike<number>, steps: number): number[] {
  const { length } = f;
  const starts: Int32Array[] = [];
  let best = new Float64Array(length + 1).fill(Infinity);
  best[0] = 0;
  for (let t = 0; t < steps; t++) {
    const next = new Float64Array(length + 1).fill(Infinity);
    const start = new Int32Array(length + 1);
    for (let b = 1; b <= length; b++) {
      for (let a = 0; a < b; a++) {
        const cost = best[a]! + (b - a) * f[a]!;
        if (cost < next[b]!) {
          next[b] = cost;
          start[b] = a;
        }
      }
    }
    starts.push(start);
    best = next;
  }
  const sizes: number[] = [];
  let end = length;
  for (let t = steps - 1; t >= 0; t--) {
    const start = starts[t]![end]!;
    sizes.unshift(end - start);
    end = start;
  }
  return sizes;
}
