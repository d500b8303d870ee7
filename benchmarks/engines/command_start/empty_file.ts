import type { Engine } from "../../engine.ts";
import type { CommandStartAnswer, CommandStartTask } from "../../questions/command_start.ts";
import { fileForNow } from "../../run_process.ts";
import { startEngine } from "../../start_engine.ts";

/** `deno run` of a file without a statement: no program starts faster. */
export const engine: Engine<CommandStartTask, CommandStartAnswer> = startEngine(
  { name: "empty file", kind: "plain" },
  () => ({ program: fileForNow("empty.ts", ""), args: [], expected: [] }),
);
