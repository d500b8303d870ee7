/**
 * The thread behind `BlockingWorkers`: asks Web Workers, and keeps the blocks of the last run.
 *
 * @module
 */
import { workerData } from "node:worker_threads";
import type { SequenceBlock } from "@unmask/diffusion";
import { SamplingWorkers } from "@unmask/diffusion/workers";
import { pottsChain } from "@unmask/potts";
import type { BlockingRequest } from "./blocking_workers.ts";
import { answerWaiting } from "./waited_thread.ts";

const workers = new SamplingWorkers(workerData as number);
let blocks: SequenceBlock[] = [];

/** One token each: workers that have answered have started. */
async function startWorkers(): Promise<void> {
  const streams = { seed: 1, cell: "start", purpose: "start" };
  const run = { sizes: [2], streams, count: 1 };
  for await (const _ of workers.sample(pottsChain({ length: 2, states: 2, coupling: 1 }), run));
}

answerWaiting(async (request: BlockingRequest) => {
  if ("task" in request) {
    blocks = [];
    const { task } = request;
    for await (const block of workers.sample(pottsChain(task.law), task)) blocks.push(block);
    return;
  }
  let copied = 0;
  for (const { tokens } of blocks) {
    request.tokens.set(tokens, copied);
    copied += tokens.length;
  }
}, startWorkers());
