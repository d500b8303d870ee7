/**
 * The thread behind `BlockingSubsetWorkers`: asks Web Workers.
 *
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { SubsetWorkers } from "@unmask/information/workers";
import type { BlockingSubsetRequest } from "./blocking_subset_workers.ts";

const workers = new SubsetWorkers(workerData as number);

parentPort!.on("message", async ({ table, means, flag }: BlockingSubsetRequest) => {
  let outcome = 2;
  try {
    means.set(await workers.meanEntropies(table.masses, table));
    outcome = 1;
  } finally {
    Atomics.store(flag, 0, outcome);
    Atomics.notify(flag, 0);
  }
});
