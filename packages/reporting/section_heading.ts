import { type Markup, markup } from "./markup.ts";

/**
 * A heading of the second level with a link to itself.
 *
 * @param id Identifier of the heading, unique in its page
 * @param title Its words
 * @returns Markup
 */
export function sectionHeading(id: string, title: string): Markup {
  return markup`<h2 id="${id}">${title} <a class="permalink" href="#${id}" aria-label="Link to: ${title}">#</a></h2>
`;
}
