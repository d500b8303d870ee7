import {
  commandStart,
  type CommandStartAnswer,
  type CommandStartTask,
} from "../questions/command_start.ts";
import type { Workload } from "../workload.ts";

/** The start of the command line beside that of Deno itself. */
export const workload: Workload<CommandStartTask, CommandStartAnswer> = {
  name: "command-start",
  title: "start of the command line: help pages, and the plan of a file of L numbers",
  question: commandStart,
  size: { label: "length L", growth: "power", values: [2 ** 6], fullValues: [2 ** 8] },
  work: { unit: "answers", amount: () => 1 },
  input: (length) => ({ length }),
  tolerance: { because: "a status, and counts of what is missing or too much" },
  theory: {
    from: "exit status 0, what must be said and nothing on standard error",
    read: (answer) => commandStart.figures(answer, { length: 0 }),
    says: () => [0, 0, 0, 0],
  },
};
