import { countedInThread } from "../counted_in_thread.ts";
import type { ScienceBenchmark } from "../science_benchmark.ts";

/** What routines do, counted: how it grows, and what theory says to the last one. */
export const science: ScienceBenchmark = {
  name: "operations",
  title: "operations counted in place of seconds, and how they grow",
  inThread: true,
  figures: () => countedInThread(new URL("../counted_figures.ts", import.meta.url)),
};
