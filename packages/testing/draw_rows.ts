import type { SequenceSampler, SequenceSpace } from "@unmask/information";
import { streamFamily } from "@unmask/random";

/**
 * Sequences of a law, as the rows of a text.
 *
 * @param law The law
 * @param options `count` and `seed`
 * @returns Independent sequences
 */
export function drawRows(
  law: SequenceSampler & SequenceSpace,
  { count, seed }: { count: number; seed: number },
): Int32Array[] {
  const streams = streamFamily({ seed, cell: "rows of a law", purpose: "test" });
  return Array.from({ length: count }, (_, n) => {
    const tokens = new Int32Array(law.length);
    law.draw(streams.at(n), tokens);
    return tokens;
  });
}
