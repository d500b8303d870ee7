import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { pottsEntropy } from "../naive/potts_thermodynamics.ts";
import { chainSource, memoryChain } from "../memory_chain.ts";
import { documentIn } from "../run_process.ts";

/** Memory of `error`. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-error",
  title: "memory of unmask error of uniform sizes, Potts chain, K = 8, T = L/16",
  label: "length L",
  unit: "tokens",
  claims: [[2 ** 16, 110], [2 ** 20, 210]],
  task: (length) => ({
    args: [
      ...["error", "--source", chainSource(length), "--schedule", "uniform"],
      ...["--steps", `${length / 16}`, "--json"],
    ],
    read(output): number[] {
      const { sizes, pathError } = documentIn<{ sizes: number[]; pathError: number }>(output);
      const entropy = pottsEntropy({ length, ...memoryChain });
      const totalCorrelation = length * Math.log(memoryChain.states) - entropy;
      // No step costs less than nothing, all together no more than one shot.
      const within = pathError > 0 && pathError < totalCorrelation;
      return [sizes.length, Math.min(...sizes), Math.max(...sizes), within ? 0 : 1];
    },
    says: () => [length / 16, 16, 16, 0],
  }),
});
