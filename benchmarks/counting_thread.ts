import { parentPort, workerData } from "node:worker_threads";
// First, so that what is imported after it has counters.
import "./count_operations.ts";
import type { CountedAnswer } from "./counted_in_thread.ts";

async function answer(): Promise<CountedAnswer> {
  try {
    const { countedFigures } = await import(workerData);
    return { figures: await countedFigures() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort!.postMessage(await answer());
