import { type Markup, markup } from "./markup.ts";

/** A file that a page carries inside itself. */
export interface Download {
  /** Name the file is saved under. */
  readonly fileName: string;
  /** Media type, such as `text/csv`. */
  readonly mediaType: string;
  /** The whole file, as text or as bytes. */
  readonly content: string | Uint8Array;
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
  const isText = typeof content === "string";
  const bytes = isText ? new TextEncoder().encode(content) : content;
  const charset = isText ? ";charset=utf-8" : "";
  const address = `data:${mediaType}${charset};base64,${bytes.toBase64()}`;
  const spoken = markup`<span class="spoken"> of ${of}</span>`;
  return markup`<a class="download" download="${fileName}" href="${address}">${label}${spoken}</a>`;
}
