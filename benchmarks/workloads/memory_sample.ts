import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { chainSource } from "../memory_chain.ts";

/** Memory of `sample`, which streams: it does not grow with the count. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-sample",
  title: "memory of unmask sample --format npy, Potts chain, L = 8, K = 8, T = 2",
  label: "sequences N",
  unit: "sequences",
  claims: [[10 ** 5, 125], [5 * 10 ** 5, 125]],
  task: (count) => ({
    args: [
      ...["sample", "--source", chainSource(8), "--schedule", "uniform", "--steps", "2"],
      ...["--count", `${count}`, "--format", "npy"],
    ],
    read(output): number[] {
      // An npy file says at its eighth byte how long the rest of its header is.
      const header = 10 + new DataView(output.buffer, output.byteOffset).getUint16(8, true);
      const tokens = new Int32Array(output.slice(header).buffer);
      return [tokens.length, tokens.reduce((wrong, t) => wrong + (t >= 0 && t < 8 ? 0 : 1), 0)];
    },
    says: () => [8 * count, 0],
  }),
});
