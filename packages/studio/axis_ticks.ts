/**
 * Round values for a linear axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param ends Ends of the axis, the first below the second
 * @param count About how many are wanted
 * @returns Values within the axis, rising
 */
export function linearTicks([low, high]: readonly [number, number], count: number): number[] {
  const rough = (high - low) / count;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999)!;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiplied, not added up; the power of ten rounds away the last bits.
  return Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step).toPrecision(12)),
  );
}

/**
 * Powers of a base for a logarithmic axis, thinned to a number.
 *
 * @param ends Ends of the axis, positive, the first below the second
 * @param options `base`; `most` of them
 * @returns Values within the axis, rising
 */
export function logTicks(
  [low, high]: readonly [number, number],
  { base, most }: { base: number; most: number },
): number[] {
  const first = Math.ceil(Math.log(low) / Math.log(base) - 1e-9);
  const last = Math.floor(Math.log(high) / Math.log(base) + 1e-9);
  const stride = Math.max(1, Math.ceil((last - first + 1) / most));
  const powers: number[] = [];
  for (let power = first; power <= last; power += stride) {
    powers.push(Number((base ** power).toPrecision(12)));
  }
  return powers;
}
