import { richText } from "./rich_text.ts";
import { Markup, markup } from "./markup.ts";
import { pageStyle } from "./page_style.ts";

/** One document of a site. */
export interface HtmlDocument {
  /** Title of the document, for its tab and for search. */
  readonly title: string;
  /** What it says in a sentence; plain text with `code` and *emphasis*. */
  readonly description: string;
  /** What stands in the body. */
  readonly body: Markup;
  /** Words of the link that jumps over the navigation to `#content`. */
  readonly skip: string;
  /** Script of the document, none by default. It may not hold `</script`. */
  readonly script?: string;
}

// A page without an icon would ask its server for one.
const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#1c7cdc" d="M1 5h4v6H1zM11 5h4v6h-4z"/>' +
    '<path fill="none" stroke="#e5650c" stroke-width="1.5" d="M6.75 5.75h2.5v4.5h-2.5z"/></svg>',
);

/**
 * A document that needs nothing else: its style and script stand in it, and its content security policy allows them,
 * by hash, and nothing more: no request, no `eval`, no inline attribute. O(length).
 *
 * @param document Title, description, body, and where wanted a script
 * @returns The text of the file
 * @throws RangeError if the script holds `</script` or `<!--`, which would end it early
 */
export async function htmlDocument(document: HtmlDocument): Promise<string> {
  const { title, description, body, skip, script } = document;
  // The parser reads CRLF as LF, and the policy hashes what the parser read.
  const source = script?.replaceAll("\r\n", "\n");
  if (source !== undefined && /<\/script|<!--/i.test(source)) {
    throw new RangeError(
      "Cannot make the page: its script must not hold </script or <!--, got one that does",
    );
  }
  const scripts = source === undefined ? "" : `script-src '${await sourceHash(source)}'; `;
  const policy = `default-src 'none'; ${scripts}style-src '${await sourceHash(pageStyle)}'; ` +
    "img-src data:; base-uri 'none'; form-action 'none'";
  // Plain text has no marks: a description with code in it would show the backticks.
  const plain = richText(description).text.replace(/<[^>]*>/g, "");
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${new Markup(plain)}">
<title>${title}</title>
<link rel="icon" href="${ICON}">
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#content">${skip}</a>
${body}${source === undefined ? "" : markup`<script>${new Markup(source)}</script>\n`}</body>
</html>
`.text;
}

/** A source expression of a content security policy that allows exactly this text. */
async function sourceHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${new Uint8Array(digest).toBase64()}`;
}
