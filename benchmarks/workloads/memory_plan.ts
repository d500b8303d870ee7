import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { chainSource } from "../memory_chain.ts";
import { documentIn } from "../run_process.ts";

/** Memory of `plan`. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-plan",
  title: "memory of unmask plan, Potts chain, K = 8, T = L/16",
  label: "length L",
  unit: "tokens",
  claims: [[2 ** 16, 125], [2 ** 20, 310]],
  task: (length) => ({
    args: ["plan", "--source", chainSource(length), "--steps", `${length / 16}`, "--json"],
    read(output): number[] {
      const { sizes } = documentIn<{ sizes: number[] }>(output);
      return [sizes.length, sizes.reduce((sum, size) => sum + size, 0)];
    },
    says: () => [length / 16, length],
  }),
});
