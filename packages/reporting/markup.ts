import { escapeHtml } from "./escape_html.ts";

/** Markup that is known to be safe: made by `markup`, or by a renderer of this package. */
export class Markup {
  /** @param text The markup */
  constructor(readonly text: string) {}
}

/** What may stand in a hole of a template: text is escaped, markup and lists of it are not. */
export type MarkupValue = string | number | Markup | readonly MarkupValue[];

/**
 * A template whose holes cannot break out of it: strings in them are escaped, for content and for quoted attributes.
 *
 * @param strings The parts written in the source
 * @param values The holes
 * @returns The markup
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = strings[0]!;
  values.forEach((value, i) => text += textOf(value) + strings[i + 1]!);
  return new Markup(text);
}

function textOf(value: MarkupValue): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(textOf).join("");
  return escapeHtml(String(value));
}
