import { isExcluded } from "./finite_numbers.ts";
import type { ScoredModel, ScoreRequest } from "./scored_model.ts";

/** Batches at the model at a time: one computed, the next on its way. */
const IN_FLIGHT = 2;

/** States of a batch where nothing else is said. */
export const DEFAULT_BATCH = 32;

/** A request, and what is done with its answer. */
export interface ScoreTask extends ScoreRequest {
  /**
   * Takes the answer.
   *
   * @param losses `-ln phat` of each position, in nats, finite
   */
  take(losses: Float64Array): void;
}

/** How a model is asked, and who is told. */
export interface AskingOptions {
  /** States of a batch; {@linkcode DEFAULT_BATCH} by default. */
  readonly batch?: number;
  /**
   * Told after each batch.
   *
   * @param done States that were answered
   */
  readonly onProgress?: (done: number) => void;
  /** Ends the measurement between two batches; what it was aborted with is thrown. */
  readonly signal?: AbortSignal;
}

/**
 * Asks a model a stream of requests, in batches, two at a time.
 *
 * Tasks are made as they are needed; their answers are taken in the order of the tasks.
 *
 * @param model The model
 * @param tasks Requests
 * @param options Size of the batches; who is told; what ends it
 * @throws {RangeError} On a batch that is no positive integer, an answer of another length, a token
 *   that the model excludes, or an answer that is no logarithm of a probability
 */
export async function askInBatches(
  model: ScoredModel,
  tasks: Iterable<ScoreTask>,
  options: AskingOptions = {},
): Promise<void> {
  const { batch = DEFAULT_BATCH, onProgress, signal } = options;
  if (!(Number.isSafeInteger(batch) && batch >= 1)) {
    throw new RangeError(
      `Cannot measure a model: the batch must be an integer of at least 1, got ${batch}`,
    );
  }
  const source = tasks[Symbol.iterator]();
  let failed = false;
  let done = 0;
  let last = Promise.resolve();
  const worker = async (): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const some = failed ? [] : taken(source, batch);
      if (some.length === 0) return;
      const answer = model.logProbabilities(some);
      // In the order of the tasks, so that sums are the same to the last bit however fast who answers.
      last = handOutAfter(last, some, answer);
      await last;
      onProgress?.(done += some.length);
    }
  };
  const workers = Array.from({ length: IN_FLIGHT }, () =>
    worker().catch((error) => {
      failed = true;
      throw error;
    }));
  // The first failure ends it, once the other batch no longer writes anywhere.
  const failures = (await Promise.allSettled(workers)).filter(({ status }) =>
    status === "rejected"
  );
  for (const failure of failures) throw (failure as PromiseRejectedResult).reason;
}

function taken(source: Iterator<ScoreTask>, count: number): ScoreTask[] {
  const some: ScoreTask[] = [];
  while (some.length < count) {
    const next = source.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}

async function handOutAfter(
  before: Promise<void>,
  tasks: readonly ScoreTask[],
  answer: Promise<Float64Array>,
): Promise<void> {
  const [scores] = await Promise.all([answer, before]);
  handOut(tasks, scores);
}

function handOut(tasks: readonly ScoreTask[], scores: Float64Array): void {
  const asked = tasks.reduce((sum, { positions }) => sum + positions.length, 0);
  if (scores.length !== asked) {
    throw new RangeError(
      `Cannot use the model's answer: it must have ${asked} log-probabilities, got ${scores.length}`,
    );
  }
  let first = 0;
  for (const task of tasks) {
    const { positions, tokens } = task;
    const losses = scores.slice(first, first += positions.length);
    losses.forEach((score, i) => losses[i] = lossOf(score, positions[i]!, tokens[i]!));
    task.take(losses);
  }
}

function lossOf(score: number, position: number, token: number): number {
  if (isExcluded(score)) {
    throw new RangeError(
      `Cannot measure a model: every token of the text must have a positive probability, got 0 for token ${token} at position ${position}`,
    );
  }
  // Rows that sum to a little over 1 have logarithms a little over 0.
  if (score <= 1e-3) return -score;
  throw new RangeError(
    `Cannot use the model's answer: a log-probability must be at most 0, got ${score} at position ${position}`,
  );
}
