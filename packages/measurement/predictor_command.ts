/** A program that answers as a predictor, and how it is started. */
export interface PredictorCommand {
  /** The program. */
  readonly program: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** What messages call it; the program with its arguments by default. */
  readonly text?: string;
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
 * A command as messages name it: on one line, cut where it is long.
 *
 * @param command The command
 * @returns Its text in quotation marks
 */
export function commandText({ text, program, args }: PredictorCommand): string {
  const whole = text ?? [program, ...args].join(" ");
  return JSON.stringify(whole.length > LONGEST ? `${whole.slice(0, LONGEST)}..` : whole);
}
