import type { Column, Figure, Row } from "./claim.ts";
import { dataTable } from "./data_table.ts";
import { figureBlock } from "./figure_block.ts";
import { htmlDocument } from "./html_document.ts";
import { type Markup, markup } from "./markup.ts";
import { richText } from "./rich_text.ts";

/** A table of a part. */
export interface PartTable {
  /** What the table holds, in words. */
  readonly caption: string;
  /** Columns, in order. */
  readonly columns: readonly Column[];
  /** The rows; none leaves the table out. */
  readonly rows: readonly Row[];
}

/** One part of a page: text, then figures, then tables. */
export interface PagePart {
  /** Identifier in addresses: lower-case letters, digits and single hyphens, unique in the page. */
  readonly id: string;
  /** A few words. */
  readonly title: string;
  /** Whether the part belongs to the one above it; false by default. */
  readonly inner?: boolean;
  /** Plain text with `code` and *emphasis*. */
  readonly paragraphs: readonly string[];
  /** Drawings. */
  readonly figures: readonly Figure[];
  /** Tables. */
  readonly tables: readonly PartTable[];
}

/** What a page of parts says. */
export interface PartsPage {
  /** Title of the page. */
  readonly title: string;
  /** The page in a sentence; plain text with `code` and *emphasis*. */
  readonly summary: string;
  /** Where the reader comes from: address and words of a link. */
  readonly back: { readonly href: string; readonly label: string };
  /** The parts, in order; one at least. */
  readonly parts: readonly PagePart[];
  /** How the page was made; plain text with `code` and *emphasis*. */
  readonly made: string;
  /** Script that makes figures answer a pointer; without one they are still pictures. */
  readonly script?: string;
  /** Fonts to draw PNG files with; none by default. */
  readonly fonts?: readonly Uint8Array[];
}

/**
 * A page of parts as one HTML document that needs nothing else: no request, no font.
 *
 * The bytes depend on the argument alone. About 50 ms a figure.
 *
 * @param page What it says
 * @returns The document
 * @throws RangeError if there is no part; an identifier is not lower-case letters, digits and single hyphens, or comes
 * twice; a row lacks a column; or a figure does not draw
 */
export async function renderPartsPage(page: PartsPage): Promise<string> {
  const { title, summary, back, parts, made, script, fonts = [] } = page;
  checkIdentifiers(parts.map(({ id }) => id));
  const sections: Markup[] = [];
  let number = 0;
  for (const part of parts) {
    const figures: Markup[] = [];
    for (const figure of part.figures) {
      const id = `figure-${part.id}--${figure.name}`;
      const fileName = `${part.id}-${figure.name}`;
      figures.push(
        await figureBlock(figure, {
          id,
          fileName,
          number: ++number,
          live: script !== undefined,
          fonts,
        }),
      );
    }
    sections.push(section(part, figures));
  }
  const links = parts.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`);
  const body = markup`<div class="page">
<header>
<p class="kicker"><a href="${back.href}">${back.label}</a></p>
<h1>${title}</h1>
<p class="summary">${richText(summary)}</p>
</header>
<nav class="side" aria-label="Parts"><ol>
${links}</ol></nav>
<main id="content">
${sections}</main>
<footer>
<p>${richText(made)} The page holds all its data and asks no server for anything.</p>
</footer>
</div>
`;
  return await htmlDocument({
    title,
    description: summary,
    body,
    skip: "Skip to the content",
    ...(script === undefined ? {} : { script }),
  });
}

function section(part: PagePart, figures: readonly Markup[]): Markup {
  const { id, title, inner = false, paragraphs, tables } = part;
  const permalink = markup`<a class="permalink" href="#${id}" aria-label="Link to: ${title}">#</a>`;
  const heading = inner
    ? markup`<h3 id="title-${id}">${title} ${permalink}</h3>`
    : markup`<h2 id="title-${id}">${title} ${permalink}</h2>`;
  const shown = tables.filter(({ rows }) => rows.length > 0);
  // Inner parts are no landmarks: there may be dozens.
  const opening = inner
    ? markup`<section class="inner part" id="${id}">`
    : markup`<section class="part" id="${id}" aria-labelledby="title-${id}">`;
  return markup`${opening}
${heading}
${paragraphs.map((paragraph) => markup`<p>${richText(paragraph)}</p>\n`)}${figures}${
    shown.map(({ caption, columns, rows }) => dataTable(columns, rows, { caption }))
  }</section>
`;
}

function checkIdentifiers(ids: readonly string[]): void {
  if (!(ids.length > 0)) {
    throw new RangeError("Cannot make the page: parts must not be empty, got none");
  }
  ids.forEach((id, i) => {
    // The page has this one of its own.
    const taken = id === "content" || ids.indexOf(id) !== i;
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && !taken) return;
    throw new RangeError(
      "Cannot make the page: identifiers of parts must be different, of lower-case letters, digits and single hyphens, " +
        `got ${JSON.stringify(id)}`,
    );
  });
}
