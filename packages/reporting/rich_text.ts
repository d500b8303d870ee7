import { type Markup, markup } from "./markup.ts";

// Emphasis opens at the start of a word and closes at the end of one, so that a product such as 2*x*3 stays a product.
const MARKS = /`([^`\n]+)`|(?<![\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/gu;

/**
 * Plain text with `code` and *emphasis* as markup; everything else is escaped.
 *
 * O(length).
 *
 * @param text The text
 * @returns Markup for the inside of a paragraph
 */
export function richText(text: string): Markup {
  const parts: Markup[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, code, emphasis] = match;
    parts.push(markup`${text.slice(end, match.index)}`);
    parts.push(code !== undefined ? codeOf(code) : markup`<em>${emphasis!}</em>`);
    end = match.index + whole.length;
  }
  parts.push(markup`${text.slice(end)}`);
  return markup`${parts}`;
}

/** Short formulas stay on one line; long ones may break, or they would widen a narrow page. */
function codeOf(code: string): Markup {
  return code.length <= 20
    ? markup`<code class="short">${code}</code>`
    : markup`<code>${code}</code>`;
}
