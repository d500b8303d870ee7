import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { askInBatches, type ScoreTask } from "./ask_in_batches.ts";
import type { ScoredModel } from "./scored_model.ts";

/** Tasks that write down the order in which their answers are taken. */
function tasks(count: number, taken: number[]): ScoreTask[] {
  return Array.from({ length: count }, (_, n) => ({
    state: Int32Array.of(-1, -1),
    positions: Int32Array.of(0, 1),
    tokens: Int32Array.of(n, n),
    take: (losses) => {
      deepStrictEqual([...losses], [n, n]);
      taken.push(n);
    },
  }));
}

/** Scores each token by its number, after a while. */
function modelThat(waits: (call: number) => Promise<void>): ScoredModel & { batches: number[] } {
  const batches: number[] = [];
  return {
    length: 2,
    vocabularySize: 1000,
    batches,
    async logProbabilities(requests): Promise<Float64Array> {
      batches.push(requests.length);
      await waits(batches.length);
      return Float64Array.from(requests.flatMap(({ tokens }) => [...tokens]), (token) => -token);
    },
  };
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((wake) => setTimeout(wake, milliseconds));

Deno.test("askInBatches() takes answers in the order of the tasks, whichever comes first", async () => {
  const taken: number[] = [];
  const done: number[] = [];
  const model = modelThat((call) => wait(call % 2 === 1 ? 20 : 0));
  await askInBatches(model, tasks(11, taken), { batch: 4, onProgress: (n) => done.push(n) });
  deepStrictEqual(taken, Array.from({ length: 11 }, (_, n) => n));
  deepStrictEqual(model.batches, [4, 4, 3]);
  deepStrictEqual(done, [4, 8, 11]);
});

Deno.test("askInBatches() has two batches at the model at a time, and makes tasks as it needs them", async () => {
  let running = 0;
  let most = 0;
  let made = 0;
  const model: ScoredModel = {
    length: 2,
    vocabularySize: 1000,
    async logProbabilities(requests): Promise<Float64Array> {
      most = Math.max(most, ++running);
      ok(made <= 2 * 2 + 2 * requests.at(-1)!.tokens[0]!);
      await wait(0);
      running--;
      return Float64Array.from(requests.flatMap(({ tokens }) => [...tokens]), (token) => -token);
    },
  };
  const lazily = function* (): Generator<ScoreTask> {
    for (const task of tasks(10, [])) {
      made++;
      yield task;
    }
  };
  await askInBatches(model, lazily(), { batch: 2 });
  strictEqual(most, 2);
});

Deno.test("askInBatches() ends between batches when it is aborted, with the reason", async () => {
  const controller = new AbortController();
  const model = modelThat(() => wait(0));
  const asking = askInBatches(model, tasks(1000, []), {
    batch: 1,
    signal: controller.signal,
    onProgress: (done) => done === 5 && controller.abort(new Error("enough")),
  });
  await rejects(asking, /enough/);
  ok(model.batches.length < 10);
});

Deno.test("askInBatches() refuses what is no log-probability, and passes failures on", async () => {
  const answering = (score: number, count: number): ScoredModel => ({
    length: 2,
    vocabularySize: 1000,
    logProbabilities: () => Promise.resolve(new Float64Array(count).fill(score)),
  });
  const cases: [number, number, RegExp][] = [
    [
      -Infinity,
      2,
      /every token of the text must have a positive probability, got 0 for token 0 at/,
    ],
    // What a predictor writes in place of minus infinity.
    [-1e30, 2, /must have a positive probability, got 0 for token 0 at/],
    [NaN, 2, /a log-probability must be at most 0, got NaN at position 0/],
    [0.5, 2, /at most 0, got 0\.5 at position 0/],
    [-1, 3, /must have 2 log-probabilities, got 3/],
  ];
  for (const [score, count, message] of cases) {
    await rejects(askInBatches(answering(score, count), tasks(1, [])), {
      name: "RangeError",
      message,
    });
  }
  for (const batch of [0, 1.5, NaN]) {
    await rejects(askInBatches(answering(-1, 2), [], { batch }), /the batch must be an integer/);
  }
  const failing = modelThat((call) => call === 2 ? Promise.reject(new Error("lost")) : wait(5));
  const taken: number[] = [];
  await rejects(askInBatches(failing, tasks(50, taken), { batch: 1 }), /lost/);
  ok(taken.length <= 2);
});
