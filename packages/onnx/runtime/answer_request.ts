import { logSoftmax } from "./log_softmax.ts";
import type { MaskedLanguageModel } from "./masked_language_model.ts";
import { readRequest } from "./read_request.ts";
import type { ServedModel } from "./served_model.ts";

/** An answer of the protocol, all in nats. */
export interface PredictorAnswer {
  /** The request's. */
  readonly id: number | string;
  /** For each sequence, a log-probability for each position; of the token asked for. */
  readonly logProbabilities?: readonly (readonly number[])[];
  /** For each sequence, a row of log-probabilities for each position. */
  readonly rows?: readonly (readonly (readonly number[])[])[];
}

/**
 * Answers one request of the protocol.
 *
 * @param message The request, as it came
 * @param context The model and its description
 * @returns Log-probabilities of the tokens asked for, or whole rows where none are
 * @throws {RangeError} On a request that the protocol does not know, or when the model fails
 */
export async function answerRequest(
  message: unknown,
  { model, served }: { model: MaskedLanguageModel; served: ServedModel },
): Promise<PredictorAnswer> {
  const { id, sequences, positions, tokens } = readRequest(message, served);
  const rows: number[][][] = [];
  const logProbabilities: number[][] = [];
  const { vocabularySize, before, excluded } = served;
  let n = 0;
  for await (const { logits, stride } of model.batches(sequences)) {
    for (let from = 0; from < logits.length; from += stride, n++) {
      const laws = positions[n]!.map((position) => {
        const at = from + (before.length + position) * vocabularySize;
        return logSoftmax(logits.subarray(at, at + vocabularySize), excluded);
      });
      if (tokens === undefined) rows.push(laws);
      else logProbabilities.push(laws.map((law, i) => law[tokens[n]![i]!]!));
    }
  }
  return tokens === undefined ? { id, rows } : { id, logProbabilities };
}
