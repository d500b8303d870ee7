import type { Engine } from "../../engine.ts";
import {
  processMemory,
  type ProcessMemoryAnswer,
  type ProcessMemoryTask,
} from "../../questions/process_memory.ts";
import { fileForNow, processOf, unmaskProgram } from "../../run_process.ts";

/** `unmask`, a fresh process each time. */
export const engine: Engine<ProcessMemoryTask, ProcessMemoryAnswer> = {
  name: "command line",
  kind: "fast",
  question: processMemory,
  handles: () => true,
  ownProcess: true,
  prepare({ args, file, read, claim }): () => ProcessMemoryAnswer {
    const path = file === undefined ? "" : fileForNow("input", file());
    const run = processOf(unmaskProgram, args.map((text) => text.replace("FILE", () => path)));
    return () => {
      const { status, output, messages, peakMemory } = run();
      if (status !== 0) throw new RangeError(`Cannot time a command: ${messages}`);
      return { numbers: read(output), peakMemory, claim };
    };
  },
  peakMemory: ({ peakMemory }) => peakMemory,
};
