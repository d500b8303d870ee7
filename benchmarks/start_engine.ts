import type { Engine, EngineKind } from "./engine.ts";
import {
  commandStart,
  type CommandStartAnswer,
  type CommandStartTask,
} from "./questions/command_start.ts";
import { processOf } from "./run_process.ts";

/** A process, and what it has to say. */
export interface StartedProgram {
  /** Path of the program. */
  readonly program: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** Texts that its output must hold. */
  readonly expected: readonly string[];
}

/**
 * An engine of `command-start`.
 *
 * @param name Its name
 * @param kind Its kind
 * @param start What is started for a task
 * @returns The engine
 */
export function startEngine(
  { name, kind }: { name: string; kind: EngineKind },
  start: (task: CommandStartTask) => StartedProgram,
): Engine<CommandStartTask, CommandStartAnswer> {
  return {
    name,
    kind,
    question: commandStart,
    ownProcess: true,
    handles: () => true,
    prepare(task): () => CommandStartAnswer {
      const { program, args, expected } = start(task);
      const run = processOf(program, args);
      return () => {
        const { status, output, messages, peakMemory } = run();
        return {
          status,
          output: new TextDecoder().decode(output),
          messages,
          expected,
          peakMemory,
        };
      };
    },
    peakMemory: ({ peakMemory }) => peakMemory,
  };
}
