import { type Markup, markup } from "./markup.ts";

/** A file that a page carries inside itself. */
export interface Download {
  /** Name the file is saved under. */
  readonly fileName: string;
  /** Media type, such as `text/csv`. */
  readonly mediaType: string;
  /** The whole file. */
  readonly content: string;
  /** Words of the link. */
  readonly label: string;
  /** What the file holds, for those who hear the link without its surroundings. */
  readonly of: string;
}

/**
 * A link that saves a file without asking any server: the file stands in the link.
 *
 * @param download The file and the words of the link
 * @returns Markup
 */
export function downloadLink({ fileName, mediaType, content, label, of }: Download): Markup {
  const bytes = new TextEncoder().encode(content);
  const address = `data:${mediaType};charset=utf-8;base64,${bytes.toBase64()}`;
  const spoken = markup`<span class="spoken"> of ${of}</span>`;
  return markup`<a class="download" download="${fileName}" href="${address}">${label}${spoken}</a>`;
}
