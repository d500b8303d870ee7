import { object } from "@optique/core/constructs";
import { formatMessage, message, text } from "@optique/core/message";
import { parse, type Parser } from "@optique/core/parser";
import { findSimilar } from "@optique/core/suggestion";
import { BadInput, shown } from "./bad_input.ts";
import type { Command, CommandOptions } from "./command.ts";
import type { CommonValues } from "./common_options.ts";

/**
 * The values of a command's options.
 *
 * @param command The command
 * @param args What follows its name
 * @returns A value for each option
 * @throws {BadInput} On arguments that it does not take
 */
export function readArguments(command: Command, args: readonly string[]): CommonValues {
  const result = parse(argumentsParser(command.options), args);
  // Each value is of the type that its option reads, see `command`.
  if (result.success) return result.value as unknown as CommonValues;
  const reason = formatMessage(result.error, { colors: false, quotes: false });
  throw new BadInput(`Cannot run ${command.name}: ${reason}`);
}

/**
 * The parser of a command's arguments: its options in any order, each at most once.
 *
 * @param options The options
 * @returns Their parser
 */
export function argumentsParser(
  options: CommandOptions,
): Parser<"sync", Readonly<Record<string, unknown>>, unknown> {
  const names = Object.keys(options).map((key) => `--${key}`);
  return object(options, {
    errors: {
      endOfInput: message`its options must be given, got none (see --help)`,
      unexpectedInput: (token) => message`${text(unexpected(token, names))}`,
    },
  });
}

function unexpected(token: string, names: readonly string[]): string {
  if (!token.startsWith("-")) return `there must be nothing but options, got ${shown(token)}`;
  const [nearest] = findSimilar(token, names);
  const guess = nearest === undefined ? "" : ` (did you mean ${nearest}?)`;
  return `option must be one of ${names.join(", ")}, got ${shown(token)}${guess}`;
}
