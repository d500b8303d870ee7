import { BadInput, isBadInput, oneLine, shown } from "./bad_input.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import config from "./deno.json" with { type: "json" };
import { type Io, OutputClosed } from "./io.ts";
import { messagesOn } from "./messages.ts";
import { readArguments } from "./read_arguments.ts";

/**
 * Runs the `unmask` command.
 *
 * Standard output receives the answer and nothing else, and nothing at all unless there is one; a
 * mistake of the user is one line on standard error.
 *
 * @param args Arguments, the command's name first
 * @param io The outside world
 * @returns Exit status: 0 done, 2 bad input, 1 a bug
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    io.write(await outputOf(args, io));
    return 0;
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
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

async function outputOf(args: readonly string[], io: Io): Promise<string> {
  const [first, ...rest] = args;
  if (first === "--version") return `unmask ${config.version}\n`;
  if (first === "--help" || first === "-h") return await helpPage(undefined, io);
  if (first === "help") return await helpPage(rest[0], io);
  const command = commandNamed(first);
  if (rest.includes("--help") || rest.includes("-h")) return await helpPage(first, io);

  const values = readArguments(command, rest);
  const messages = messagesOn(io, values);
  try {
    const answer = await command.answer(values, { io, messages });
    return values.json ? `${JSON.stringify(answer.document)}\n` : answer.print(io.columns);
  } finally {
    messages.clear();
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
