import type { StreamFamily } from "@unmask/random";
import type { BatchMaskPredictor } from "./batch_mask_predictor.ts";
import { checkRows, predictionRows } from "./predicted_rows.ts";
import type { UnmaskedSequence } from "./unmask_by_policy.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";
import { UnmaskingRun } from "./unmasking_run.ts";

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
  const { policy, streams, from, count } = options;
  const { vocabularySize } = predictor;
  for (const [name, value] of Object.entries({ from, count })) {
    if (!(Number.isSafeInteger(value) && value >= 0)) {
      throw new RangeError(
        `Cannot draw sequences: ${name} must be an integer of at least 0, got ${value}`,
      );
    }
  }
  const runs = Array.from(
    { length: count },
    (_, n) => new UnmaskingRun(policy, { space: predictor, stream: streams.at(from + n) }),
  );
  let rows: Float64Array = new Float64Array(0);
  for (;;) {
    const asked = runs.flatMap((run) => {
      const positions = run.request();
      return positions === undefined ? [] : [{ run, state: run.state, positions }];
    });
    if (asked.length === 0) break;
    const total = asked.reduce((sum, { positions }) => sum + positions.length, 0);
    if (rows.length < total * vocabularySize) rows = predictionRows(predictor, total);
    rows.fill(NaN, 0, total * vocabularySize);
    predictor.predictBatch(asked, rows);
    let first = 0;
    for (const { run, positions } of asked) {
      const begin = first * vocabularySize;
      first += positions.length;
      const own = rows.subarray(begin, first * vocabularySize);
      checkRows(own, { vocabularySize, positions, iteration: run.iteration });
      run.receive(own);
    }
  }
  return runs.map((run) => ({ tokens: run.state, evaluations: run.evaluations }));
}
