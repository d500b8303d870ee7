/**
 * The thread behind `BlockingSubsetWorkers`: asks Web Workers.
 *
 * @module
 */
import { workerData } from "node:worker_threads";
import { SubsetWorkers } from "@unmask/information/workers";
import type { BlockingSubsetRequest } from "./blocking_subset_workers.ts";
import { answerWaiting } from "./waited_thread.ts";

const workers = new SubsetWorkers(workerData as number);

answerWaiting(async ({ table, means }: BlockingSubsetRequest) => {
  means.set(await workers.meanEntropies(table.masses, table));
}, workers.meanEntropies(Float64Array.of(0.5, 0.5), { length: 1, vocabularySize: 2 }));
