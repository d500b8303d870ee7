import { formatNumber } from "@unmask/reporting";
import type { RecordedGrowth } from "./benchmark_record.ts";

/**
 * How the time of an engine grows, as a formula.
 *
 * @param growth What was fitted
 * @param sizeLabel What a size counts; its last word is the letter, as in `length L`
 * @returns Text such as `time ~ L^1.02`
 */
export function growthText({ law, value }: RecordedGrowth, sizeLabel: string): string {
  const symbol = sizeLabel.split(" ").at(-1)!;
  const shown = formatNumber(value, { digits: 3 });
  return `time ~ ${law === "exponent" ? `${symbol}^${shown}` : `${shown}^${symbol}`}`;
}
