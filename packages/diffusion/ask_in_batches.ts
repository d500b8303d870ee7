import type { AsyncMaskPredictor } from "./async_mask_predictor.ts";
import type { PredictionRequest } from "./batch_mask_predictor.ts";
import { isLaw } from "./predicted_rows.ts";

/**
 * Asks a predictor for many states, some at a time, and hands on what it answers: one batch of states
 * and rows is held, however many there are.
 *
 * @param predictor The mask predictor
 * @param requests States and positions, made as they are asked for
 * @param options `batch`, states of one question; `receive`, called with each request and its rows, in
 *   order
 * @throws {RangeError} On a batch that is no positive integer, an answer of another size, or a row that
 *   is no law, naming the position and how many tokens are revealed
 */
export async function askInBatches<R extends PredictionRequest>(
  predictor: AsyncMaskPredictor,
  requests: Iterable<R>,
  options: { batch: number; receive: (request: R, rows: Float64Array) => void },
): Promise<void> {
  const { batch, receive } = options;
  if (!(Number.isSafeInteger(batch) && batch >= 1)) {
    throw new RangeError(
      `Cannot ask a predictor: batch must be an integer of at least 1, got ${batch}`,
    );
  }
  let group: R[] = [];
  for (const request of requests) {
    group.push(request);
    if (group.length < batch) continue;
    await ask(predictor, group, receive);
    group = [];
  }
  if (group.length > 0) await ask(predictor, group, receive);
}

async function ask<R extends PredictionRequest>(
  predictor: AsyncMaskPredictor,
  group: readonly R[],
  receive: (request: R, rows: Float64Array) => void,
): Promise<void> {
  const { vocabularySize } = predictor;
  const rows = await predictor.rows(group);
  const expected = vocabularySize * group.reduce((sum, { positions }) => sum + positions.length, 0);
  if (rows.length !== expected) {
    throw new RangeError(
      `Cannot use a prediction: it must have ${expected} probabilities for ${group.length} states, got ${rows.length}`,
    );
  }
  let first = 0;
  for (const request of group) {
    const own = rows.subarray(first, first += request.positions.length * vocabularySize);
    checkLaws(own, request, vocabularySize);
    receive(request, own);
  }
}

function checkLaws(
  rows: Float64Array,
  { state, positions }: PredictionRequest,
  vocabularySize: number,
): void {
  positions.forEach((position, i) => {
    const row = rows.subarray(i * vocabularySize, (i + 1) * vocabularySize);
    if (isLaw(row)) return;
    const revealed = state.reduce((count, token) => count + (token >= 0 ? 1 : 0), 0);
    throw new RangeError(
      `Cannot use a prediction: the row of position ${position} with ${revealed} tokens revealed must be non-negative and sum to 1, got a sum of ${
        row.reduce((sum, mass) => sum + mass, 0)
      }`,
    );
  });
}
