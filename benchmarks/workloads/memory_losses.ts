import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { documentIn } from "../run_process.ts";

/** Memory of a plan from a log of losses, which is read line by line. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-losses",
  title: "memory of unmask plan of a log of losses, L = 256, T = 16",
  label: "rows N",
  unit: "rows",
  claims: [[10 ** 4, 125], [10 ** 6, 145]],
  task: (rows) => ({
    args: ["plan", "--source", "losses:file=FILE,length=256", "--steps", "16", "--json"],
    file: () => logOf(rows),
    read(output): number[] {
      const { sizes } = documentIn<{ sizes: number[] }>(output);
      return [sizes.length, sizes.reduce((sum, size) => sum + size, 0)];
    },
    says: () => [16, 256],
  }),
});

/** Losses a tenth above and below a curve that falls evenly, in turn. */
function logOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const revealed = (i >> 1) % 256;
    return `${revealed},${(2 - revealed / 256 + (i % 2 === 0 ? 0.1 : -0.1)).toFixed(4)}`;
  });
  return `revealed,loss\n${lines.join("\n")}\n`;
}
