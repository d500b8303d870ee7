/** A mistake in what the user gave: shown as one line, without a stack. */
export class BadInput extends Error {
  /** Tells it from other errors in a debugger. */
  override readonly name = "BadInput";
}

/**
 * Whether an error tells the user of a mistake, rather than us.
 *
 * The packages refuse bad values with a RangeError of the form "Cannot <verb>: ..". The form is part
 * of the test, since the engine throws RangeErrors too (a stack overflow, a failed allocation).
 *
 * @param error Whatever was thrown
 * @returns True for exit status 2, false for a bug
 */
export function isBadInput(error: unknown): error is Error {
  return error instanceof BadInput ||
    error instanceof RangeError && error.message.startsWith("Cannot ");
}

/** Longest message shown; values of users are cut before this, so it is met by accident only. */
const longestLine = 2000;

/**
 * A message as one line that a terminal shows as it is: control characters are written as escapes.
 *
 * @param message Any text
 * @returns The text without control characters, cut if it is very long
 */
export function oneLine(message: string): string {
  const shown = message.length > longestLine ? `${message.slice(0, longestLine)}..` : message;
  return escapeControls(shown);
}

/**
 * A text with its control characters written as escapes, `\n` and `\u{1b}`, so that text from a
 * file cannot steer the terminal.
 *
 * @param text Any text
 * @returns The text, printable
 */
export function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
    return short ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
}

/** Longest value of a user that is repeated in full. */
const longestValue = 80;

/**
 * A user's value as it is repeated in a message: quoted where the quotes help, cut where it is long.
 *
 * @param value What was given
 * @returns Its text
 */
export function shown(value: string): string {
  const cut = value.length > longestValue ? `${value.slice(0, longestValue)}..` : value;
  return /^[^\s"'\p{C}]+$/u.test(cut) ? cut : JSON.stringify(cut);
}
