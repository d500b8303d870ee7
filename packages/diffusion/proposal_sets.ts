import { binomial } from "./binomial.ts";
import type { Proposal } from "./unmasking_policy.ts";

/** The chance that a proposal reveals anything. */
export function chanceToReveal({ size }: Proposal): number {
  if (typeof size === "number") return size > 0 ? 1 : 0;
  return size.subarray(1).reduce((sum, probability) => sum + probability, 0);
}

/** The probability of each set of a proposal by its size, and the least and most tokens in one. */
export function setWeights(
  { candidates, size }: Proposal,
): { weights: Float64Array; least: number; most: number } {
  const weights = new Float64Array(candidates.length + 1);
  if (typeof size === "number") weights[size] = 1;
  else weights.set(size);
  const least = weights.findIndex((weight) => weight > 0);
  const most = weights.findLastIndex((weight) => weight > 0);
  for (let n = least; n <= most; n++) weights[n]! /= binomial(candidates.length, n);
  return { weights, least, most };
}

/** The rows of some of the masked positions, in their order; those of all are used as they are. */
export function rowsOf(
  candidates: Int32Array,
  predicted: { masked: Int32Array; rows: Float64Array; vocabularySize: number },
): Float64Array {
  const { masked, rows, vocabularySize } = predicted;
  if (candidates === masked) return rows;
  const own = new Float64Array(candidates.length * vocabularySize);
  for (let n = 0; n < candidates.length; n++) {
    const start = masked.indexOf(candidates[n]!) * vocabularySize;
    own.set(rows.subarray(start, start + vocabularySize), n * vocabularySize);
  }
  return own;
}
