/**
 * The least path error in a number of steps from the other side, as the best of its lower bounds: no
 * schedule is built.
 *
 *     E(T) = max_penalty [ min_sizes (EKL(sizes) + penalty * steps) - penalty T ]
 *
 * Equal to the optimum because that is convex in the number of steps; below it for any penalty. The
 * inner minimum is one pass over a lower envelope of lines, the outer maximum a bisection.
 *
 * @param z `Z_1 .. Z_L` of the curve in nats, positive at the end
 * @param steps `T`
 * @returns `E(T)` in nats, short of it by the rounding of sums as large as the total correlation
 */
export function dualOptimum(z: Float64Array, steps: number): number {
  const total = z.reduce((sum, value) => sum + value, 0);
  let low = 0;
  let high = total;
  let best = 0;
  // Each halving of the penalty's range is one bit; two dozen more than those of T are enough.
  for (let bit = 0; bit < 64; bit++) {
    const penalty = bit === 0 ? total / (2 * steps * steps) : (low + high) / 2;
    const { value, taken } = leastPenalised(z, penalty);
    best = Math.max(best, total + value - penalty * steps);
    if (taken === steps || penalty === low || penalty === high) break;
    if (taken > steps) low = penalty;
    else high = penalty;
  }
  return best;
}

/** `min sum_t (penalty - sizes[t] Z_{N_t + 1})`, and the steps of the schedule that attains it. */
function leastPenalised(
  z: Float64Array,
  penalty: number,
): { value: number; taken: number } {
  const { length } = z;
  const value = new Float64Array(length + 1);
  const taken = new Int32Array(length + 1);
  // Lines `value[a] + penalty - (b - a) Z_{a+1}` in b, those that are lowest somewhere ahead.
  const starts = new Int32Array(length);
  const at = (a: number, b: number): number => value[a]! + penalty - (b - a) * z[a]!;
  const crossing = (a: number, later: number): number => {
    const gain = z[later]! - z[a]!;
    return gain > 0 ? (at(later, 0) - at(a, 0)) / gain : Infinity;
  };
  let first = 0;
  let end = 0;
  for (let b = 1; b <= length; b++) {
    const start = b - 1;
    while (
      end - first >= 2 &&
      crossing(starts[end - 1]!, start) <= crossing(starts[end - 2]!, starts[end - 1]!)
    ) {
      end--;
    }
    starts[end++] = start;
    while (end - first >= 2 && at(starts[first + 1]!, b) <= at(starts[first]!, b)) first++;
    const a = starts[first]!;
    value[b] = at(a, b);
    taken[b] = taken[a]! + 1;
  }
  return { value: value[length]!, taken: taken[length]! };
}
