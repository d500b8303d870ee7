import { hasResults, type SiteClaim } from "./claim.ts";
import { type Markup, markup } from "./markup.ts";
import { frontPage, pageOf } from "./page_names.ts";

/** How a site was made. */
export interface Generation {
  /** Command that makes the site again. */
  readonly command: string;
  /** Fingerprint of the Math functions, see `mathFingerprint`. */
  readonly fingerprint: string;
  /** Version of the source. */
  readonly commit?: string;
}

/** A page of a site that is no claim's. */
export interface ExtraPage {
  /** Its file, beside the others. */
  readonly file: string;
  /** What links to it say. */
  readonly title: string;
}

/** What every page of a site knows of the others. */
export interface Site {
  /** Name of the site. */
  readonly name: string;
  /** The claims, in the order in which they are told. */
  readonly claims: readonly SiteClaim[];
  /** Other pages. */
  readonly extras: readonly ExtraPage[];
  /** How the site was made. */
  readonly generated: Generation;
  /** Script that makes figures answer a pointer; without one they are still pictures. */
  readonly script?: string;
  /** Fonts to draw PNG files with; none by default. */
  readonly fonts?: readonly Uint8Array[];
}

/**
 * What stands around the content of every page: the way to the others, and how it was made.
 *
 * @param site The site
 * @param options `content` of the page; `header` above it; `current`, the key of the claim the page is about
 * @returns Markup for the body
 */
export function pageFrame(
  site: Site,
  options: { header: Markup; content: Markup; current?: string },
): Markup {
  const { claims, extras, generated, name } = site;
  const { header, content, current } = options;
  const here = (is: boolean): Markup => is ? markup` aria-current="page"` : markup``;
  const links = claims.map((claim) =>
    markup`<li><a href="${pageOf(claim.key)}"${here(claim.key === current)}>${claim.title}${
      hasResults(claim) ? "" : markup` <span class="missing">no results</span>`
    }</a></li>\n`
  );
  const others = extras.map(({ file, title }) => markup`<a href="${file}">${title}</a>\n`);
  return markup`<div class="page">
<nav class="top" aria-label="Site"><a class="home" href="${frontPage}"${
    here(current === undefined)
  }>${name}</a>\n${others}</nav>
${header}<nav class="side" aria-label="Claims"><ol>
${links}</ol></nav>
<main id="content">
${content}</main>
${footer(generated)}</div>
`;
}

function footer({ command, fingerprint, commit }: Generation): Markup {
  const version = commit === undefined ? "" : markup` at version <code>${commit}</code>`;
  return markup`<footer>
<p>Made by <code>${command}</code>${version}, with Math functions of fingerprint <code>${fingerprint}</code>: the same
command gives the same bytes. The page holds all its data and asks no server for anything.</p>
</footer>
`;
}
