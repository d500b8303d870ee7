import type { SequenceSpace } from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import type { AsyncMaskPredictor } from "./async_mask_predictor.ts";
import type { BatchMaskPredictor, PredictionRequest } from "./batch_mask_predictor.ts";
import { checkRows, predictionRows } from "./predicted_rows.ts";
import { type UnmaskedSequence, unmaskedSequence } from "./unmask_by_policy.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";
import { UnmaskingRun } from "./unmasking_run.ts";

/** Which sequences are drawn, and how. */
interface BatchOptions {
  readonly policy: UnmaskingPolicy;
  readonly streams: StreamFamily;
  readonly from: number;
  readonly count: number;
}

/**
 * Draws several sequences at once, sharing model evaluations: the sequences advance together, and
 * the predictor is asked once for all that are not whole yet.
 *
 * Sequence `n` uses stream `n` alone, so it is the one that `unmaskByPolicy` draws from that stream,
 * whatever the batch. Memory for the predictions of a whole batch.
 *
 * @param predictor A mask predictor that answers for many states
 * @param options `policy`; `streams`; sequences `from .. from + count - 1`
 * @returns The sequences in order
 * @throws {RangeError} On a `from` or `count` that is none, and as {@linkcode unmaskByPolicy}
 */
export function unmaskBatch(
  predictor: BatchMaskPredictor,
  options: { policy: UnmaskingPolicy; streams: StreamFamily; from: number; count: number },
): UnmaskedSequence[] {
  const questions = questionsOf(predictor, options);
  let memory: Float64Array = new Float64Array(0);
  let next = questions.next();
  while (!next.done) {
    const total = positionsIn(next.value) * predictor.vocabularySize;
    if (memory.length < total) memory = predictionRows(predictor, positionsIn(next.value));
    const rows = memory.subarray(0, total).fill(NaN);
    predictor.predictBatch(next.value, rows);
    next = questions.next(rows);
  }
  return next.value;
}

/**
 * As {@linkcode unmaskBatch}, with a predictor that answers in its own time: the same sequences where
 * it gives the same predictions.
 *
 * @param predictor A mask predictor that answers for many states
 * @param options `policy`; `streams`; sequences `from .. from + count - 1`
 * @returns The sequences in order
 * @throws {RangeError} As {@linkcode unmaskBatch}
 */
export async function unmaskBatchAwaited(
  predictor: AsyncMaskPredictor,
  options: { policy: UnmaskingPolicy; streams: StreamFamily; from: number; count: number },
): Promise<UnmaskedSequence[]> {
  const questions = questionsOf(predictor, options);
  let next = questions.next();
  while (!next.done) next = questions.next(await predictor.rows(next.value));
  return next.value;
}

/** Asks for the rows of each iteration of a batch, is told them, and ends with the sequences. */
function* questionsOf(
  space: SequenceSpace,
  { policy, streams, from, count }: BatchOptions,
): Generator<readonly PredictionRequest[], UnmaskedSequence[], Float64Array> {
  const { vocabularySize } = space;
  for (const [name, value] of Object.entries({ from, count })) {
    if (!(Number.isSafeInteger(value) && value >= 0)) {
      throw new RangeError(
        `Cannot draw sequences: ${name} must be an integer of at least 0, got ${value}`,
      );
    }
  }
  const runs = Array.from(
    { length: count },
    (_, n) => new UnmaskingRun(policy, { space, stream: streams.at(from + n) }),
  );
  for (;;) {
    const asked = runs.flatMap((run) => {
      const positions = run.request();
      return positions === undefined ? [] : [{ run, state: run.state, positions }];
    });
    if (asked.length === 0) break;
    const rows = yield asked;
    let first = 0;
    for (const { run, positions } of asked) {
      const own = rows.subarray(first, first += positions.length * vocabularySize);
      checkRows(own, { vocabularySize, positions, iteration: run.iteration });
      run.receive(own);
    }
  }
  return runs.map(unmaskedSequence);
}

function positionsIn(requests: readonly PredictionRequest[]): number {
  return requests.reduce((sum, { positions }) => sum + positions.length, 0);
}
