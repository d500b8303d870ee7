import { BadInput, isBadInput, oneLine, shown } from "./bad_input.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import config from "./deno.json" with { type: "json" };
import { type Io, OutputClosed } from "./io.ts";
import { Interrupted, pausesOn } from "./interrupts.ts";
import { messagesOn } from "./messages.ts";
import { readArguments } from "./read_arguments.ts";

/**
 * Runs the `unmask` command.
 *
 * Standard output receives the answer and nothing else, and nothing at all unless there is one; a
 * mistake of the user is one line on standard error. An answer that streams may end early, with a
 * status that says so.
 *
 * @param args Arguments, the command's name first
 * @param io The outside world
 * @returns Exit status: 0 done, 2 bad input, 1 a bug, 130 ended by Ctrl-C, 143 by
 *   the signal TERM
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    for await (const piece of outputOf(args, io)) io.write(piece);
    return 0;
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    if (error instanceof Interrupted) return error.status;
    if (isBadInput(error)) {
      io.writeError(`unmask: ${oneLine(error.message)}\n`);
      return 2;
    }
    const bug = error instanceof Error ? error : new Error(String(error));
    io.writeError(`unmask: internal error: ${oneLine(bug.message)}\n`);
    if (io.debug) io.writeError(`${bug.stack}\n`);
    return 1;
  }
}

async function* outputOf(
  args: readonly string[],
  io: Io,
): AsyncGenerator<string | Uint8Array, void, void> {
  const [first, ...rest] = args;
  if (first === "--version") return yield `unmask ${config.version}\n`;
  if (first === "--help" || first === "-h") return yield await helpPage(undefined, io);
  if (first === "help") return yield await helpPage(rest[0], io);
  const command = commandNamed(first);
  if (rest.includes("--help") || rest.includes("-h")) return yield await helpPage(first, io);

  const values = readArguments(command, rest);
  const messages = messagesOn(io, values);
  const pauses = pausesOn(io);
  try {
    const answer = await command.answer(values, { io, messages, pause: pauses.pause });
    if ("pieces" in answer) {
      for await (const piece of answer.pieces) {
        // A terminal shows both streams: the progress makes room for the answer.
        if (io.screen !== undefined) messages.clear();
        yield piece;
      }
    } else {
      const text = values.json ? `${JSON.stringify(answer.document)}\n` : answer.print(io.columns);
      messages.clear();
      yield text;
    }
  } finally {
    messages.clear();
    pauses.end();
  }
}

/** The page of a command, or of the program; what it is set with is loaded for it only. */
async function helpPage(name: string | undefined, io: Io): Promise<string> {
  const { commandHelp, programHelp } = await import("./help.ts");
  return name === undefined ? programHelp(io.columns) : commandHelp(commandNamed(name), io.columns);
}

function commandNamed(name: string | undefined): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const known = commands.map((candidate) => candidate.name).join(", ");
  throw new BadInput(
    `Cannot run: the command must be one of ${known} (see unmask --help), got ${
      name === undefined ? "none" : shown(name)
    }`,
  );
}
