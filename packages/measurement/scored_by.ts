import type { BatchMaskPredictor } from "@unmask/diffusion";
import { checkScoreRequests } from "./check_score_requests.ts";
import type { ScoredModel, ScoreRequest } from "./scored_model.ts";

/** How far from 1 a row may sum: what single-precision softmaxes over large vocabularies lose. */
const ROW_TOLERANCE = 1e-5;

/** Most doubles of the rows of several requests, 128 MiB. */
const CELLS = 2 ** 24;

/**
 * A mask predictor as a model to be measured.
 *
 * Batches are cut where their rows would take too much memory.
 *
 * @param predictor Answers with whole rows of probabilities
 * @param options `cells`, most doubles of the rows of several requests, 2^24 by default, 128 MiB
 * @returns The logarithms of the asked entries of its rows
 */
export function scoredBy(
  predictor: BatchMaskPredictor,
  { cells = CELLS }: { cells?: number } = {},
): ScoredModel {
  const { length, vocabularySize } = predictor;
  return {
    length,
    vocabularySize,
    // deno-lint-ignore require-await -- what the predictor throws must reject, not throw
    async logProbabilities(requests): Promise<Float64Array> {
      const scores = new Float64Array(checkScoreRequests(requests, predictor));
      let next = 0;
      for (const some of cut(requests, { vocabularySize, most: cells })) {
        scores.set(scoresOf(predictor, some), next);
        next += positionsOf(some);
      }
      return scores;
    },
  };
}

function scoresOf(
  predictor: BatchMaskPredictor,
  requests: readonly ScoreRequest[],
): Float64Array {
  const { vocabularySize } = predictor;
  const scores = new Float64Array(positionsOf(requests));
  // What the predictor fails to fill must not pass for a prediction.
  const rows = new Float64Array(scores.length * vocabularySize).fill(NaN);
  predictor.predictBatch(requests, rows);
  let row = 0;
  for (const { positions, tokens } of requests) {
    for (let i = 0; i < tokens.length; i++, row++) {
      const from = row * vocabularySize;
      checkRow(rows.subarray(from, from + vocabularySize), positions[i]!);
      scores[row] = Math.log(rows[from + tokens[i]!]!);
    }
  }
  return scores;
}

function* cut(
  requests: readonly ScoreRequest[],
  { vocabularySize, most }: { vocabularySize: number; most: number },
): Generator<readonly ScoreRequest[]> {
  let from = 0;
  let cells = 0;
  for (let i = 0; i < requests.length; i++) {
    const more = requests[i]!.positions.length * vocabularySize;
    if (i > from && cells + more > most) {
      yield requests.slice(from, i);
      from = i;
      cells = 0;
    }
    cells += more;
  }
  if (from < requests.length) yield requests.slice(from);
}

function positionsOf(requests: readonly ScoreRequest[]): number {
  return requests.reduce((sum, { positions }) => sum + positions.length, 0);
}

function checkRow(row: Float64Array, position: number): void {
  let sum = 0;
  for (const mass of row) sum += mass >= 0 ? mass : NaN;
  if (!(Math.abs(sum - 1) <= ROW_TOLERANCE)) {
    throw new RangeError(
      `Cannot use a prediction: the row of position ${position} must be non-negative and sum to 1, got a sum of ${sum}`,
    );
  }
}
