import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { Desk, type DeskQuestion } from "../desk.ts";
import type { StudioState } from "../studio_state.ts";
import { Answers, replyOf } from "./answers.ts";

/** A worker that answers when it is told to. */
class SlowWorker {
  onmessage?: (event: { data: unknown }) => void;
  onerror?: () => void;
  readonly questions: DeskQuestion[] = [];
  readonly #desk = new Desk();

  postMessage(question: DeskQuestion): void {
    this.questions.push(question);
  }

  answerLast(): void {
    this.onmessage?.({ data: replyOf(this.#desk, this.questions.at(-1)!) });
  }

  terminate(): void {}
}

function answersOf(worker: SlowWorker): Answers {
  return new Answers(() => worker as unknown as Worker);
}

const short: StudioState = {
  source: { kind: "copies", length: 8, states: 2 },
  budget: { kind: "steps", steps: 2 },
  schedule: { kind: "optimal" },
  sample: 0,
};
const long = (steps: number): StudioState => ({
  ...short,
  source: { kind: "copies", length: 4096, states: 2 },
  budget: { kind: "steps", steps },
});

Deno.test("a small state is answered before the call returns, without a worker", () => {
  const worker = new SlowWorker();
  let steps = 0;
  answersOf(worker).answer(short, (reply) => steps = reply.ok ? reply.content.sizes.length : 0);
  strictEqual(steps, 2);
  deepStrictEqual(worker.questions, []);
});

Deno.test("a worker is asked one question at a time, and of those that wait only the newest", () => {
  const worker = new SlowWorker();
  const answers = answersOf(worker);
  const answered: number[] = [];
  for (const steps of [2, 3, 4, 5]) {
    answers.answer(
      long(steps),
      (reply) => answered.push(reply.ok ? reply.content.sizes.length : 0),
    );
  }
  strictEqual(worker.questions.length, 1);
  worker.answerLast();
  strictEqual(worker.questions.length, 2);
  // The first answer is no longer wanted, and the two between were never asked for.
  deepStrictEqual(answered, []);
  worker.answerLast();
  deepStrictEqual(answered, [5]);
});

Deno.test("a late answer does not replace that of a small state", () => {
  const worker = new SlowWorker();
  const answers = answersOf(worker);
  const answered: number[] = [];
  const note = (reply: { ok: boolean }, { source }: StudioState): void => {
    ok(reply.ok);
    answered.push(source.length);
  };
  answers.answer(long(2), note);
  answers.answer(short, note);
  worker.answerLast();
  deepStrictEqual(answered, [8]);
});

Deno.test("without a worker, and after one that broke, the page answers itself", () => {
  const lengths: number[] = [];
  const note = (_: unknown, { source }: StudioState): void => void lengths.push(source.length);
  const none = new Answers(() => {
    throw new Error("no workers here");
  });
  none.answer(long(2), note);
  const worker = new SlowWorker();
  const answers = answersOf(worker);
  answers.answer(long(2), note);
  worker.onerror!();
  answers.answer(long(3), note);
  deepStrictEqual(lengths, [4096, 4096, 4096]);
  strictEqual(worker.questions.length, 1);
});
