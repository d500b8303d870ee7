import type { TokenDoubt } from "@unmask/convergence";
import type { OpenedSource } from "./source_kind.ts";

/** Most operations of finding every token's law: a few seconds. */
const DOUBT_COST_LIMIT = 2 ** 30;

/** Probabilities held at a time: 8 MiB of them. */
const ROWS_LIMIT = 2 ** 20;

/**
 * How far the least certain token of a law is from certain, before any token is revealed.
 *
 *     e = max_i (1 - max_y p(x_i = y))
 *
 * As a sum of the other probabilities, so that a small doubt keeps its digits.
 *
 * @param source The source
 * @returns The doubt; undefined where only a curve is known, or where finding it costs too much
 */
export async function tokenDoubtOf(source: OpenedSource): Promise<TokenDoubt | undefined> {
  const { law, length, predictionCost } = source;
  if (law === undefined || !((predictionCost?.(length) ?? 0) <= DOUBT_COST_LIMIT)) return undefined;
  const { MASK } = await import("@unmask/information");
  const { vocabularySize } = law;
  const masked = new Int32Array(length).fill(MASK);
  const most = Math.max(1, Math.floor(ROWS_LIMIT / vocabularySize));
  const rows = new Float64Array(Math.min(most, length) * vocabularySize);
  let doubt = 0;
  for (let start = 0; start < length; start += most) {
    const count = Math.min(most, length - start);
    law.conditionals(masked, Int32Array.from({ length: count }, (_, i) => start + i), rows);
    for (let row = 0; row < count; row++) {
      const law = rows.subarray(row * vocabularySize, (row + 1) * vocabularySize);
      doubt = Math.max(doubt, sumButGreatest(law));
    }
  }
  return { vocabularySize, doubt: Math.min(1, doubt) };
}

function sumButGreatest(probabilities: Float64Array): number {
  let greatest = 0;
  let others = 0;
  for (const probability of probabilities) {
    others += Math.min(greatest, probability);
    greatest = Math.max(greatest, probability);
  }
  return others;
}
