import type { Question } from "../question.ts";

/** A short answer that is waited for. */
export interface CommandStartTask {
  /** Tokens of the curve in the file that is planned for. */
  readonly length: number;
}

/** What a process said. */
export interface CommandStartAnswer {
  /** Exit status. */
  readonly status: number;
  /** Everything on standard output. */
  readonly output: string;
  /** Everything on standard error. */
  readonly messages: string;
  /** What the output had to hold, each a text. */
  readonly expected: readonly string[];
  /** Largest resident memory in bytes; null where the system does not tell. */
  readonly peakMemory: number | null;
}

/** A process that has next to nothing to do: what it lasts is its start. */
export const commandStart: Question<CommandStartTask, CommandStartAnswer> = {
  name: "command-start",
  figures: ({ status, output, messages, expected }) => [
    status,
    expected.filter((text) => !output.includes(text)).length,
    messages.length,
    // An empty file must say nothing, and all others something.
    expected.length > 0 === output.length > 0 ? 0 : 1,
  ],
};
