import type { VegaLiteSpec } from "@unmask/reporting";

/** Vega expression of a power of ten of seconds, in the unit that leaves 1, 10 or 100. */
export const powerOfTenLabel = "datum.value < 5e-7 ? round(datum.value * 1e9) + ' ns' : " +
  "datum.value < 5e-4 ? round(datum.value * 1e6) + ' µs' : " +
  "datum.value < 0.5 ? round(datum.value * 1e3) + ' ms' : datum.value + ' s'";

/**
 * The powers of ten from below the lowest value to above the highest.
 *
 * @param values Positive values
 * @returns At least one
 */
export function powersOfTen(values: readonly number[]): readonly number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
}

/**
 * Scale and axis of sizes: logarithmic where a power is expected, with a label at each size, as a power
 * of two where all are.
 *
 * @param sizes The sizes
 * @param growth What growth is expected
 * @returns `scale` and `axis` of an encoding
 */
export function sizeAxis(sizes: readonly number[], growth: "power" | "exponential"): VegaLiteSpec {
  const values = [...new Set(sizes)].sort((a, b) => a - b);
  if (growth === "exponential") return { scale: { type: "linear", zero: false }, axis: { values } };
  const arePowersOfTwo = values.every((size) => Number.isInteger(Math.log2(size)));
  return {
    scale: { type: "log", base: 2 },
    axis: {
      values,
      labelOverlap: "greedy",
      ...arePowersOfTwo ? { labelExpr: "'2^' + round(log(datum.value) / LN2)" } : { format: "~s" },
    },
  };
}
