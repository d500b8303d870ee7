import type { ClaimReport } from "./claim.ts";
import { claimSection } from "./claim_section.ts";
import { claimsTable } from "./claims_table.ts";
import { Markup, markup } from "./markup.ts";
import { pageStyle } from "./page_style.ts";
import { richText } from "./rich_text.ts";

/** How a page was made. */
export interface Generation {
  /** Command that makes the page again. */
  readonly command: string;
  /** Fingerprint of the Math functions, see `mathFingerprint`. */
  readonly fingerprint: string;
  /** Version of the source. */
  readonly commit?: string;
}

/** What a page says. */
export interface ReportPage {
  /** Title of the page. */
  readonly title: string;
  /** The answer in one sentence; plain text with `code` and *emphasis*. */
  readonly summary: string;
  /** The claims, in order; one at least. */
  readonly claims: readonly ClaimReport[];
  /** How the page was made. */
  readonly generated: Generation;
}

// A page without an icon would ask its server for one.
const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#1c7cdc" d="M1 5h4v6H1zM11 5h4v6h-4z"/>' +
    '<path fill="none" stroke="#e5650c" stroke-width="1.5" d="M6.75 5.75h2.5v4.5h-2.5z"/></svg>',
);

/**
 * A page of claims as one HTML document that needs nothing else: no request, no script, no font.
 *
 * First the answer and a table of the claims with their verdicts; then a section a claim, with figures, data and the
 * command that makes them again. Its content security policy allows its own stylesheet, by hash, and nothing more, so
 * that no text in it can do anything. The bytes depend on the arguments alone. About 50 ms a figure.
 *
 * @param page Title, summary, claims, and how they were made
 * @returns The document
 * @throws RangeError if there is no claim; a claim's key or a figure's name is not lower-case letters, digits and single
 * hyphens, or comes twice; a row lacks a column; or a figure does not draw
 */
export async function renderPage(page: ReportPage): Promise<string> {
  const { title, summary, claims, generated } = page;
  checkNames(claims);
  const sections: Markup[] = [];
  let firstFigure = 1;
  for (const [i, claim] of claims.entries()) {
    sections.push(await claimSection(claim, { position: i + 1, of: claims.length, firstFigure }));
    firstFigure += claim.figures.length;
  }
  const policy = `default-src 'none'; style-src '${await sourceHash(pageStyle)}'; img-src data:; ` +
    "base-uri 'none'; form-action 'none'";
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${summary}">
<title>${title}</title>
<link rel="icon" href="${ICON}">
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the claims</a>
<div class="page">
<header>
<h1>${title}</h1>
<p class="summary">${richText(summary)}</p>
</header>
<nav aria-label="Claims"><ol>
${
    claims.map((claim) => markup`<li><a href="#claim-${claim.key}">${claim.title}</a></li>\n`)
  }</ol></nav>
<main id="content">
${claimsTable(claims)}${sections}</main>
${footer(generated)}</div>
</body>
</html>
`.text;
}

function footer({ command, fingerprint, commit }: Generation): Markup {
  const version = commit === undefined ? "" : markup` at version <code>${commit}</code>`;
  return markup`<footer>
<p>Made by <code>${command}</code>${version}, with Math functions of fingerprint <code>${fingerprint}</code>: the same
command gives the same bytes. The page holds all its data and asks no server for anything.</p>
</footer>
`;
}

function checkNames(claims: readonly ClaimReport[]): void {
  if (!(claims.length > 0)) {
    throw new RangeError("Cannot make the page: claims must not be empty, got none");
  }
  checkDistinct("claim keys", claims.map((claim) => claim.key));
  for (const claim of claims) {
    checkDistinct(`figure names of ${claim.key}`, claim.figures.map((figure) => figure.name));
  }
}

function checkDistinct(what: string, names: readonly string[]): void {
  names.forEach((name, i) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || names.indexOf(name) !== i) {
      throw new RangeError(
        `Cannot make the page: ${what} must be different, of lower-case letters, digits and single hyphens, ` +
          `got ${JSON.stringify(name)}`,
      );
    }
  });
}

/** A source expression of a content security policy that allows exactly this text. */
async function sourceHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${new Uint8Array(digest).toBase64()}`;
}
