import { optional } from "@optique/core/modifiers";
import type { Parser } from "@optique/core/parser";
import { message, text } from "@optique/core/message";
import { option } from "@optique/core/primitives";
import type { ValueParser, ValueParserResult } from "@optique/core/valueparser";
import { shown } from "./bad_input.ts";
import type { Notation } from "./notation.ts";

/** Name of an option as it is written. */
type OptionName = `--${string}`;

/** An option that must be given once. */
export function requiredOption<T>(
  name: OptionName,
  options: { notation: Notation<T>; metavar: string; help: string },
): Parser<"sync", T, unknown> {
  return option(name, valueParser(name, options), {
    description: message`${text(options.help)}`,
    errors: {
      missing: message`${text(`${name} ${options.metavar} must be given, got none`)}`,
      endOfInput: message`${text(`${name} must have a value, got none`)}`,
      duplicate: message`${text(`${name} must be given once, got it twice`)}`,
      invalidValue: (error) => error,
    },
  });
}

/** An option that may be given once. */
export function valueOption<T>(
  name: OptionName,
  options: { notation: Notation<T>; metavar: string; help: string },
): Parser<"sync", T | undefined, unknown> {
  return optional(requiredOption(name, options));
}

/** An option without a value: true where it is given. */
export function flagOption(
  name: OptionName,
  options: { help: string },
): Parser<"sync", boolean, unknown> {
  return option(name, {
    description: message`${text(options.help)}`,
    errors: {
      duplicate: message`${text(`${name} must be given once, got it twice`)}`,
      unexpectedValue: (value) =>
        message`${text(`${name} must have no value, got ${shown(value)}`)}`,
    },
  });
}

function valueParser<T>(
  name: OptionName,
  { notation, metavar }: { notation: Notation<T>; metavar: string },
): ValueParser<"sync", T> {
  return {
    mode: "sync",
    metavar: metavar as ValueParser["metavar"],
    // Stands in for values that depend on other values: there are none here.
    placeholder: undefined as T,
    parse(written): ValueParserResult<T> {
      const value = notation.read(written);
      return value === undefined
        ? {
          success: false,
          error: message`${text(`${name} must be ${notation.rule}, got ${shown(written)}`)}`,
        }
        : { success: true, value };
    },
    format: (value) => String(value),
  };
}
