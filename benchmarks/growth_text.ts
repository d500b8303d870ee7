import { formatNumber } from "@unmask/reporting";
import type { RecordedGrowth } from "./benchmark_record.ts";

/**
 * How the time of an engine grows with the size, as a formula.
 *
 * @param growth What was fitted
 * @param sizeLabel What a size counts; its last word is the letter, as in `length L`
 * @returns Text such as `L^1.02` or `2.71^L`
 */
export function growthFormula(
  { law, value }: Pick<RecordedGrowth, "law" | "value">,
  sizeLabel: string,
): string {
  const symbol = sizeLabel.split(" ").at(-1)!;
  const shown = formatNumber(value, { digits: 3 });
  return law === "exponent" ? `${symbol}^${shown}` : `${shown}^${symbol}`;
}

/**
 * The same with what grows.
 *
 * @param growth What was fitted
 * @param sizeLabel What a size counts
 * @returns Text such as `time ~ L^1.02`
 */
export function growthText(growth: RecordedGrowth, sizeLabel: string): string {
  return `time ~ ${growthFormula(growth, sizeLabel)}`;
}
