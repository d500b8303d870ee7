import { MASK } from "@unmask/information";
import { type Model, plainLogits } from "@unmask/training";

/**
 * The laws that a network predicts, in plain loops.
 *
 * @param model The network
 * @param state Tokens, `MASK` where not revealed
 * @returns A row of probabilities for each position
 */
export function plainRows({ config, tensors }: Model, state: Int32Array): Float64Array {
  const { vocabularySize } = config;
  const inputs = state.map((token) => token === MASK ? vocabularySize : token);
  const weights = plainLogits(config, tensors, inputs).map(Math.exp);
  for (let from = 0; from < weights.length; from += vocabularySize) {
    const row = weights.subarray(from, from + vocabularySize);
    const total = row.reduce((sum, weight) => sum + weight, 0);
    row.forEach((weight, y) => row[y] = weight / total);
  }
  return weights;
}
