import { hasResults, type SiteClaim } from "./claim.ts";
import { type Markup, markup } from "./markup.ts";
import { pageOf } from "./page_names.ts";
import { richText } from "./rich_text.ts";
import { thumbnail } from "./thumbnail.ts";
import { noResultsBadge, verdictBadge } from "./verdict_badge.ts";

/**
 * The table of a site: every claim with its verdict, a small drawing of its figure, its seed and its fingerprint.
 *
 * The roles repeat what the elements say, for browsers that forget it when a narrow window stacks the cells.
 *
 * @param claims The claims
 * @returns Markup
 * @throws RangeError if a figure does not draw
 */
export async function claimsTable(claims: readonly SiteClaim[]): Promise<Markup> {
  const headings = ["Figure", "Claim", "Verdict", "Seed", "Fingerprint"].map((word) =>
    markup`<th scope="col" role="columnheader">${word}</th>`
  );
  const lines: Markup[] = [];
  for (const claim of claims) lines.push(await line(claim));
  return markup`<table class="claims" role="table">
<caption>Claims and verdicts. The fingerprint is that of the Math functions that computed the results; a dash for a seed
says that nothing is drawn at random.</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">
${lines}</tbody></table>
`;
}

async function line(claim: SiteClaim): Promise<Markup> {
  const { key, title } = claim;
  const shown = hasResults(claim);
  const figure = shown ? claim.figures[0] : undefined;
  const drawing = figure === undefined
    ? ""
    : markup`<a href="${pageOf(key)}" tabindex="-1" aria-hidden="true">${await thumbnail(figure, {
      idPrefix: `small-${key}--`,
    })}</a>`;
  const seed = shown ? claim.seed ?? "\u2013" : "";
  const fingerprint = shown ? markup`<code>${claim.fingerprint}</code>` : "";
  return markup`<tr role="row"><td class="small" role="cell">${drawing}</td>
<th scope="row" role="rowheader"><a href="${pageOf(key)}">${title}</a>
<span class="says">${richText(shown ? claim.evidence : claim.problem)}</span></th>
<td role="cell">${shown ? verdictBadge(claim.verdict) : noResultsBadge()}</td>
<td class="seed" role="cell">${seed}</td>
<td class="print" role="cell">${fingerprint}</td></tr>
`;
}
