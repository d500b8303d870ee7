import type { ClaimReport } from "./claim.ts";
import { type Markup, markup } from "./markup.ts";
import { richText } from "./rich_text.ts";
import { verdictBadge } from "./verdict_badge.ts";

/**
 * The front table of a page: every claim with its verdict and the figures that decide it, linked to its section.
 *
 * The roles repeat what the elements say, for browsers that forget it when a narrow window stacks the cells.
 *
 * @param claims The claims
 * @returns Markup
 */
export function claimsTable(claims: readonly ClaimReport[]): Markup {
  const headings = ["Claim", "Verdict", "Evidence"].map((word) =>
    markup`<th scope="col" role="columnheader">${word}</th>`
  );
  const lines = claims.map(({ key, title, verdict, evidence }) =>
    markup`<tr role="row"><th scope="row" role="rowheader"><a href="#claim-${key}">${title}</a></th>
<td role="cell">${verdictBadge(verdict)}</td>
<td role="cell">${richText(evidence)}</td></tr>
`
  );
  return markup`<table class="claims" role="table">
<caption>Claims, verdicts, and the figures that decide them</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">
${lines}</tbody></table>
`;
}
