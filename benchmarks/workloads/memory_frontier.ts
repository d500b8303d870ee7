import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { pottsEntropy } from "../naive/potts_thermodynamics.ts";
import { chainSource, memoryChain } from "../memory_chain.ts";
import { documentIn } from "../run_process.ts";

/** Memory of `frontier`. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-frontier",
  title: "memory of unmask frontier, Potts chain, K = 8",
  label: "length L",
  unit: "tokens",
  claims: [[2 ** 10, 105], [2 ** 12, 120]],
  task: (length) => ({
    args: ["frontier", "--source", chainSource(length), "--json"],
    read(output): number[] {
      const { points } = documentIn<{ points: { steps: number; pathError: number }[] }>(output);
      const rising = points.slice(1).filter(({ pathError }, i) => pathError > points[i]!.pathError);
      return [points.length, points[0]!.pathError, points.at(-1)!.pathError, rising.length];
    },
    // One shot costs the total correlation, one token at a time nothing.
    says: () => {
      const entropy = pottsEntropy({ length, ...memoryChain });
      return [length, length * Math.log(memoryChain.states) - entropy, 0, 0];
    },
  }),
});
