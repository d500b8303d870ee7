import type { Parser } from "@optique/core/parser";
import type { CommonValues } from "./common_options.ts";
import type { Io } from "./io.ts";
import type { Messages } from "./messages.ts";

/** What a command answers: the same facts for programs and for people. */
export interface Answer {
  /** The JSON document. */
  readonly document: unknown;
  /**
   * The answer as text.
   *
   * @param columns Width of the page
   * @returns Lines, the last one ended too
   */
  print(columns: number): string;
}

/** An answer too large to hold: written as it is computed. */
export interface StreamedAnswer {
  /**
   * What goes to standard output, in order. Nothing is written before the first piece is there, so
   * what is refused while it is made leaves standard output empty.
   */
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** What a command works with. */
export interface World {
  /** Files and streams. */
  readonly io: Io;
  /** Progress, shown on a terminal unless --quiet. */
  readonly messages: Messages;
  /**
   * Waits, and looks whether the user pressed Ctrl-C. From the first call on the system leaves that to
   * us, so what called once has to call a few times a second.
   *
   * @param milliseconds How long; not at all by default
   * @throws {Interrupted} When it was pressed
   */
  pause(milliseconds?: number): Promise<void>;
}

/** Parsers of options by the names of their values. */
export type CommandOptions = Readonly<Record<string, Parser<"sync", unknown, unknown>>>;

/** The values of some options. */
export type OptionValues<O extends CommandOptions> = {
  readonly [Name in keyof O]: O[Name] extends Parser<"sync", infer V, unknown> ? V : never;
};

/** A command as a value; what it computes with is loaded when it runs. */
export interface Command {
  /** Name, the first argument. */
  readonly name: string;
  /** What it gives, one line for the list of commands. */
  readonly summary: string;
  /** What it does, a few sentences for its help page. */
  readonly description: string;
  /** Command lines that work as they stand. */
  readonly examples: readonly string[];
  /** Its options by the names of their values, which are those of the options without dashes. */
  readonly options: CommandOptions;
  /** Whether its source must be a law or a model, and not a curve alone. */
  readonly needsLaw?: boolean;
  /** Whether it takes a decoding policy, so that its help page lists them. */
  readonly takesPolicy?: boolean;
  /**
   * Computes the answer.
   *
   * @param values Values of the options
   * @param world Files, streams and messages
   * @throws {BadInput | RangeError} On input that has no answer
   */
  answer(values: CommonValues, world: World): Promise<Answer | StreamedAnswer>;
}

/**
 * A command whose `answer` sees the types that its options have.
 *
 * @param definition The command
 * @returns The same, for the registry
 */
export function command<const O extends CommandOptions>(
  definition: Omit<Command, "options" | "answer"> & {
    options: O;
    answer(values: OptionValues<O>, world: World): Promise<Answer | StreamedAnswer>;
  },
): Command {
  return {
    ...definition,
    // The values come from the command's own options, see `readArguments`.
    answer: (values, world) => definition.answer(values as unknown as OptionValues<O>, world),
  };
}
