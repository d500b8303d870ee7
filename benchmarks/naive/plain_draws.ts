import { drawCategorical } from "@unmask/random";
import { drawnModel, nextTokenStreams } from "../drawn_networks.ts";
import { plainRows } from "./plain_rows.ts";

/**
 * How many tokens of autoregressive sequences are not those that the whole network draws, given the
 * tokens before them, from the same streams.
 *
 * @param tokens Sequences, row-major
 * @returns The number of wrong tokens
 */
export function wrongDraws(tokens: Int32Array): number {
  const model = drawnModel("tiny", true);
  const { length, vocabularySize } = model.config;
  let wrong = 0;
  for (let n = 0; n * length < tokens.length; n++) {
    const sequence = tokens.subarray(n * length, (n + 1) * length);
    const laws = plainRows(
      model,
      Int32Array.of(vocabularySize, ...sequence.subarray(0, length - 1)),
    );
    const stream = nextTokenStreams.at(n);
    sequence.forEach((token, i) => {
      const law = laws.subarray(i * vocabularySize, (i + 1) * vocabularySize);
      if (drawCategorical(law, stream) !== token) wrong++;
    });
  }
  return wrong;
}
