import { memoryWorkload } from "../memory_workload.ts";
import type { ProcessMemoryAnswer, ProcessMemoryTask } from "../questions/process_memory.ts";
import type { Workload } from "../workload.ts";
import { documentIn } from "../run_process.ts";

const length = 5;

/** Memory of a table of every sequence. */
export const workload: Workload<ProcessMemoryTask, ProcessMemoryAnswer> = memoryWorkload({
  name: "memory-table",
  title: "memory of unmask curve of a table, 5 tokens of K letters",
  label: "letters K",
  unit: "letters",
  claims: [[8, 115], [16, 240]],
  task: (states) => ({
    args: ["curve", "--source", "table:file=FILE", "--json"],
    file: () => JSON.stringify({ length, states, weights: weightsOf(states) }),
    read(output): number[] {
      const { entropy, totalCorrelation } = documentIn<
        { entropy: number; totalCorrelation: number }
      >(output);
      return [entropy, totalCorrelation];
    },
    says(): number[] {
      const cells = states ** length;
      const total = cells + cells;
      const same = (1 + cells / states) / total;
      const entropy = -states * same * Math.log(same) +
        (cells - states) / total * Math.log(total);
      return [entropy, length * Math.log(states) - entropy];
    },
  }),
});

/** Half of the weight on sequences of one letter, half on all sequences alike. */
function weightsOf(states: number): number[] {
  const cells = states ** length;
  const weights = new Array<number>(cells).fill(1);
  const stride = (cells - 1) / (states - 1);
  for (let letter = 0; letter < states; letter++) weights[letter * stride]! += cells / states;
  return weights;
}
