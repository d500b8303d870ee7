import type { MaskPredictor } from "@unmask/diffusion";

/**
 * A predictor at another temperature, as decoders offer it: its rows to the power of one over it,
 * normalised. An option that changes the law.
 *
 * @param predictor The predictor
 * @param options `temperature`, above 0
 * @returns The tempered predictor
 */
export function tempered(
  predictor: MaskPredictor,
  { temperature }: { temperature: number },
): MaskPredictor {
  const { length, vocabularySize } = predictor;
  return {
    length,
    vocabularySize,
    predict(state, positions, out): void {
      predictor.predict(state, positions, out);
      for (let from = 0; from < positions.length * vocabularySize; from += vocabularySize) {
        const row = out.subarray(from, from + vocabularySize);
        let sum = 0;
        for (let y = 0; y < row.length; y++) sum += row[y] = row[y]! ** (1 / temperature);
        for (let y = 0; y < row.length; y++) row[y]! /= sum;
      }
    },
  };
}
