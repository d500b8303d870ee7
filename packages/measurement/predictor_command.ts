/** A program that answers as a predictor, and how it is started. */
export interface PredictorCommand {
  /** The program. */
  readonly program: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** The command as messages repeat it; the program with its arguments by default. */
  readonly text?: string;
  /** What messages call the model, as in `the model in DIR`; `the predictor "COMMAND"` by default. */
  readonly called?: string;
  /** Variables of its environment besides those that are inherited. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A command line as a user writes it, for the shell of the system.
 *
 * @param line For example `python3 predictor.py --device cpu`
 * @returns The command
 * @throws {RangeError} On an empty line
 */
export function shellCommand(line: string): PredictorCommand {
  if (line.trim() === "") {
    throw new RangeError("Cannot start a predictor: its command must be a text, got an empty one");
  }
  return Deno.build.os === "windows"
    ? { program: "cmd", args: ["/d", "/s", "/c", line], text: line }
    : { program: "sh", args: ["-c", line], text: line };
}

/** Longest command that messages repeat in full. */
const LONGEST = 80;

/**
 * A model as messages name it: on one line, a command cut where it is long.
 *
 * @param command The command
 * @returns For example `the predictor "python3 predictor.py"`
 */
export function calledText({ called, text, program, args }: PredictorCommand): string {
  if (called !== undefined) return called;
  const whole = text ?? [program, ...args].join(" ");
  return `the predictor ${
    JSON.stringify(whole.length > LONGEST ? `${whole.slice(0, LONGEST)}..` : whole)
  }`;
}
