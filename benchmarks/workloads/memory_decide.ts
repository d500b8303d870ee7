import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { documentIn } from "../run_process.ts";

/** Memory of `decide`. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-decide",
  title: "memory of unmask decide, Theorem 1 of Li and Cai, every schedule",
  label: "length L",
  unit: "tokens",
  claims: [[12, 95], [22, 95]],
  task: (length) => ({
    args: ["decide", "--bound", "li-cai-theorem-1", "--length", `${length}`, "--json"],
    read: (output) => [documentIn<{ verdict: string }>(output).verdict === "proved" ? 1 : 0],
    // It is a theorem.
    says: () => [1],
  }),
});
