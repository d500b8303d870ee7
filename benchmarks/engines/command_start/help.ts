import type { Engine } from "../../engine.ts";
import type { CommandStartAnswer, CommandStartTask } from "../../questions/command_start.ts";
import { unmaskProgram } from "../../run_process.ts";
import { startEngine } from "../../start_engine.ts";

/** `unmask --help`. */
export const engine: Engine<CommandStartTask, CommandStartAnswer> = startEngine(
  { name: "help", kind: "fast" },
  () => ({
    program: unmaskProgram,
    args: ["--help"],
    expected: ["Usage: unmask COMMAND", "\n  plan ", "\n  export ", "\n  potts-chain:length=.."],
  }),
);
