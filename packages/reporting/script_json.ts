import { Markup } from "./markup.ts";

/**
 * A value as JSON for the inside of a `<script type="application/json">`, where no text in it can end the element.
 *
 * `<`, `>`, `&`, U+2028 and U+2029 become escapes of JSON, which read back as themselves. O(length).
 *
 * @param value Anything that JSON can hold
 * @returns Markup
 */
export function scriptJson(value: unknown): Markup {
  const text = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return new Markup(text);
}
