import { BlockingWorkers } from "../../blocking_workers.ts";
import type { Engine } from "../../engine.ts";
import {
  type SampledRun,
  samplingRun,
  type SamplingRunTask,
} from "../../questions/sampling_run.ts";

/** Most tokens: 64 MiB that are shared by threads. */
const TOKENS = 2 ** 24;

/** Nearest revealed neighbours in two Web Workers that are warm, block by block in order. */
export const engine: Engine<SamplingRunTask, SampledRun> = {
  name: "two workers",
  kind: "workers",
  question: samplingRun,
  handles: ({ law, count }) => law.length * count <= TOKENS,
  start: () => BlockingWorkers.of(2).ready(),
  prepare: (task) => {
    const workers = BlockingWorkers.of(2);
    return () => {
      workers.sample(task);
      return () => workers.tokens(task.count * task.law.length);
    };
  },
};
