import type { Engine } from "../../engine.ts";
import type { CommandStartAnswer, CommandStartTask } from "../../questions/command_start.ts";
import { unmaskProgram } from "../../run_process.ts";
import { startEngine } from "../../start_engine.ts";

/** `unmask plan --help`. */
export const engine: Engine<CommandStartTask, CommandStartAnswer> = startEngine(
  { name: "help of plan", kind: "fast" },
  () => ({
    program: unmaskProgram,
    args: ["plan", "--help"],
    expected: ["unmask plan: ", "Usage: unmask plan ", "\n  --steps T "],
  }),
);
