import { Worker } from "node:worker_threads";
import type { ScienceFigure } from "./science_benchmark.ts";

/** What the thread answers. */
export type CountedAnswer =
  | { readonly figures: readonly ScienceFigure[] }
  | { readonly problem: string };

/**
 * Figures that are counted, in a thread of their own: there all code is new, so that all of it has
 * counters, and here nothing becomes slower.
 *
 * @param module A module that exports `countedFigures`
 * @returns Its figures
 * @throws {Error} When they could not be counted
 */
export async function countedInThread(module: URL): Promise<readonly ScienceFigure[]> {
  const thread = new Worker(new URL("./counting_thread.ts", import.meta.url), {
    workerData: module.href,
  });
  try {
    const answer = await new Promise<CountedAnswer>((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
    });
    if ("problem" in answer) throw new Error(answer.problem);
    return answer.figures;
  } finally {
    await thread.terminate();
  }
}
