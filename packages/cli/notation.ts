import { BadInput, shown } from "./bad_input.ts";

/** How values of one type are written on the command line. */
export interface Notation<T> {
  /** What a value must be, as in "must be an integer of at least 1". */
  readonly rule: string;
  /**
   * The value that a text stands for.
   *
   * @param text What the user wrote
   * @returns The value, or undefined where the text is none
   */
  read(text: string): T | undefined;
}

/**
 * Reads a value or says what it must be.
 *
 * @param text What the user wrote
 * @param options `notation`; `name` of the option or key; `action`, as in "read --source"
 * @returns The value
 * @throws {BadInput} When the text is no such value
 */
export function readValue<T>(
  text: string,
  options: { notation: Notation<T>; name: string; action: string },
): T {
  const { notation, name, action } = options;
  const value = notation.read(text);
  if (value === undefined) {
    throw new BadInput(`Cannot ${action}: ${name} must be ${notation.rule}, got ${shown(text)}`);
  }
  return value;
}

/** Digits only: `1e3`, `0x10`, `3.0` and `007` are refused, since they are more often slips than meant. */
function readInteger(text: string): number | undefined {
  if (!/^-?(0|[1-9]\d*)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/**
 * Integers in a range.
 *
 * @param least Least value
 * @param most Greatest value; none said when absent
 * @returns Their notation
 */
export function integer(least: number, most?: number): Notation<number> {
  return {
    rule: most === undefined
      ? `an integer of at least ${least}`
      : `an integer from ${least} to ${most}`,
    read(text): number | undefined {
      const value = readInteger(text);
      return value !== undefined && value >= least && value <= (most ?? Infinity)
        ? value
        : undefined;
    },
  };
}

/** Decimal numbers, with or without an exponent; never NaN or infinite. */
export const finiteNumber: Notation<number> = {
  rule: "a finite decimal number",
  read: readFinite,
};

/** Decimal numbers of at least 0. */
export const nonNegativeNumber: Notation<number> = {
  rule: "a finite decimal number of at least 0",
  read(text): number | undefined {
    const value = readFinite(text);
    return value !== undefined && value >= 0 ? value : undefined;
  },
};

function readFinite(text: string): number | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * One of a few words.
 *
 * @param words The words
 * @returns Their notation
 */
export function oneOf<const W extends string>(words: readonly W[]): Notation<W> {
  return {
    rule: words.length === 2 ? words.join(" or ") : `one of ${words.join(", ")}`,
    read: (text) => words.find((word) => word === text),
  };
}

/** Mask sizes: integers of at least 1 with commas between them, spaces around them allowed. */
export const sizeList: Notation<readonly number[]> = {
  rule: "integers of at least 1 with commas between them, as in 3,3,2",
  read(text): readonly number[] | undefined {
    const sizes: number[] = [];
    for (const part of text.split(",")) {
      const size = readInteger(part.trim());
      if (size === undefined || size < 1) return undefined;
      sizes.push(size);
    }
    return sizes;
  },
};

/** Any text but the empty one. */
export const anyText: Notation<string> = {
  rule: "a text",
  read: (text) => text === "" ? undefined : text,
};
