import { type ClaimReport, hasResults, type SiteClaim } from "./claim.ts";
import { toCsv } from "./csv.ts";
import { dataTable } from "./data_table.ts";
import { downloadLink } from "./download_link.ts";
import { figureBlock } from "./figure_block.ts";
import { htmlDocument } from "./html_document.ts";
import { type Markup, markup } from "./markup.ts";
import { pageFrame, type Site } from "./page_frame.ts";
import { checkNames, pageOf } from "./page_names.ts";
import { richText } from "./rich_text.ts";
import { sectionHeading } from "./section_heading.ts";
import { noResultsBadge, verdictBadge } from "./verdict_badge.ts";

/**
 * The page of one claim as one HTML document that needs nothing else.
 *
 * The sentence, the verdict and the figures that decide it; the drawings; what it means; how it was computed and the
 * command that does it again; the table, and the files to take away. A claim without results has its words, and in
 * place of the rest what is wrong. The bytes depend on the arguments alone. About 0.2 s a figure.
 *
 * @param claim The claim
 * @param site The site it stands in
 * @returns The document
 * @throws RangeError if a name could not be an address, see `checkNames`; a row lacks a column; or a figure does not draw
 */
export async function renderClaimPage(claim: SiteClaim, site: Site): Promise<string> {
  const { key, title, sentence } = claim;
  checkNames("claim keys", site.claims.map((other) => other.key));
  const position = site.claims.findIndex((other) => other.key === key);
  const shown = hasResults(claim);
  const judged = shown
    ? markup`${verdictBadge(claim.verdict)} <span>${richText(claim.evidence)}</span>`
    : markup`${noResultsBadge()}`;
  const header = markup`<header>
<p class="kicker">Claim ${position + 1} of ${site.claims.length}</p>
<h1>${title}</h1>
<p class="sentence">${richText(sentence)}</p>
<p class="evidence">${judged}</p>
</header>
`;
  const content = markup`${shown ? await figures(claim, site) : notice(claim.problem)}${
    texts("meaning", "What it means", claim.paragraphs)
  }${method(claim)}${shown ? data(claim) : ""}${neighbours(site.claims, position)}`;
  return await htmlDocument({
    title: `${title} \u2013 ${site.name}`,
    description: sentence,
    skip: "Skip to the figure",
    body: pageFrame(site, { header, content, current: key }),
    ...(shown && site.script !== undefined ? { script: site.script } : {}),
  });
}

async function figures(claim: ClaimReport, site: Site): Promise<Markup> {
  checkNames(`figure names of ${claim.key}`, claim.figures.map((figure) => figure.name));
  const blocks: Markup[] = [];
  for (const [i, figure] of claim.figures.entries()) {
    blocks.push(
      await figureBlock(figure, {
        id: `figure-${figure.name}`,
        fileName: `${claim.key}-${figure.name}`,
        number: i + 1,
        live: site.script !== undefined,
        fonts: site.fonts ?? [],
      }),
    );
  }
  return markup`${blocks}`;
}

function notice(problem: string): Markup {
  return markup`<p class="problem" role="alert">${richText(problem)}</p>\n`;
}

function texts(id: string, title: string, paragraphs: readonly string[]): Markup {
  if (paragraphs.length === 0) return markup``;
  return markup`${sectionHeading(id, title)}${
    paragraphs.map((paragraph) => markup`<p>${richText(paragraph)}</p>\n`)
  }`;
}

function method(claim: SiteClaim): Markup {
  const { program, command } = claim;
  const made = hasResults(claim)
    ? markup`${
      claim.seed === null
        ? markup`No random numbers are drawn.`
        : markup`Random numbers come from the seed <code>${claim.seed}</code>.`
    } Fingerprint of the Math functions <code>${claim.fingerprint}</code>.`
    : "";
  return markup`${sectionHeading("method", "How it was computed")}${
    claim.method.map((paragraph) => markup`<p>${richText(paragraph)}</p>\n`)
  }<p>By <code>${program}</code>, which also judges the sentence and draws the figure. ${made} This computes it again:</p>
<pre class="command"><code>${command}</code></pre>
`;
}

function data(claim: ClaimReport): Markup {
  const { key, title, columns, rows } = claim;
  if (rows.length === 0) return markup``;
  const { figures: _figures, paragraphs: _paragraphs, method: _method, ...record } = claim;
  const of = `the data of: ${title}`;
  const links = [
    downloadLink({
      fileName: `${key}.csv`,
      mediaType: "text/csv",
      content: toCsv(columns, rows),
      label: "CSV",
      of,
    }),
    downloadLink({
      fileName: `${key}.json`,
      mediaType: "application/json",
      content: JSON.stringify(record, writable, 1) + "\n",
      label: "JSON",
      of,
    }),
  ];
  return markup`${sectionHeading("data", "Data")}${
    dataTable(columns, rows, { caption: `Results: ${title}` })
  }<p class="downloads">${links}</p>
`;
}

function neighbours(claims: readonly SiteClaim[], position: number): Markup {
  const link = (claim: SiteClaim | undefined, rel: string, word: string): Markup =>
    claim === undefined
      ? markup``
      : markup`<a class="${rel}" rel="${rel}" href="${
        pageOf(claim.key)
      }"><span>${word}</span> ${claim.title}</a>\n`;
  return markup`<nav class="neighbours" aria-label="Other claims">
${link(claims[position - 1], "prev", "Previous claim")}${
    link(claims[position + 1], "next", "Next claim")
  }</nav>
`;
}

/** JSON has no word for infinite numbers and NaN; a silent null would read as a value that does not exist. */
function writable(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
