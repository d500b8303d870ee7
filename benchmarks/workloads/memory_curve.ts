import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { pottsEntropy } from "../naive/potts_thermodynamics.ts";
import { chainSource, memoryChain } from "../memory_chain.ts";
import { documentIn } from "../run_process.ts";

/** Memory of `curve`. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-curve",
  title: "memory of unmask curve, Potts chain, K = 8",
  label: "length L",
  unit: "tokens",
  claims: [[2 ** 16, 110], [2 ** 20, 300]],
  task: (length) => ({
    args: ["curve", "--source", chainSource(length), "--json"],
    read(output): number[] {
      const { entropy, totalCorrelation, informationCurve } = documentIn<
        { entropy: number; totalCorrelation: number; informationCurve: number[] }
      >(output);
      return [
        entropy,
        totalCorrelation,
        informationCurve.length,
        informationCurve.reduce((sum, value) => sum + value, 0),
      ];
    },
    says(): number[] {
      const entropy = pottsEntropy({ length, ...memoryChain });
      const totalCorrelation = length * Math.log(memoryChain.states) - entropy;
      // The curve sums to the entropy, by the chain rule.
      return [entropy, totalCorrelation, length, entropy];
    },
  }),
});
