import type { ClaimReport } from "./claim.ts";
import { claimsTable } from "./claims_table.ts";
import { figureBlock } from "./figure_block.ts";
import { htmlDocument } from "./html_document.ts";
import { type Markup, markup } from "./markup.ts";
import { pageFrame, type Site } from "./page_frame.ts";
import { checkNames, pageOf } from "./page_names.ts";
import { richText } from "./rich_text.ts";
import { sectionHeading } from "./section_heading.ts";

/** What the front page of a site says. */
export interface FrontPage {
  /** The question that the site answers: the heading. */
  readonly question: string;
  /** The answer in a sentence; plain text with `code` and *emphasis*. */
  readonly answer: string;
  /** Claims whose first figures are shown, with the words above each. */
  readonly shown: readonly ClaimReport[];
  /** Words of the trade, with what they mean to a newcomer; plain text with `code` and *emphasis*. */
  readonly words: readonly { readonly word: string; readonly meaning: string }[];
}

/**
 * The front page of a site of claims as one HTML document that needs nothing else.
 *
 * The answer; the figures that make a newcomer care; the table of claims; what the words mean. The bytes depend on the
 * arguments alone. About 0.2 s a figure.
 *
 * @param front What the page says
 * @param site The site
 * @returns The document
 * @throws RangeError if there is no claim, a name could not be an address, see `checkNames`, or a figure does not draw
 */
export async function renderFrontPage(front: FrontPage, site: Site): Promise<string> {
  const { question, answer, shown, words } = front;
  if (!(site.claims.length > 0)) {
    throw new RangeError("Cannot make the page: claims must not be empty, got none");
  }
  checkNames("claim keys", site.claims.map((claim) => claim.key));
  const header = markup`<header>
<h1>${question}</h1>
<p class="summary">${richText(answer)}</p>
</header>
`;
  const content = markup`${await teasers(shown, site)}${
    sectionHeading("claims", "The claims")
  }${await claimsTable(site.claims)}${sectionHeading("words", "What the words mean")}<dl>
${
    words.map(({ word, meaning }) =>
      markup`<div><dt>${richText(word)}</dt><dd>${richText(meaning)}</dd></div>\n`
    )
  }</dl>
`;
  return await htmlDocument({
    title: `${site.name}: ${question}`,
    description: answer,
    skip: "Skip to the figures",
    body: pageFrame(site, { header, content }),
    ...(site.script === undefined ? {} : { script: site.script }),
  });
}

async function teasers(shown: readonly ClaimReport[], site: Site): Promise<Markup> {
  const sections: Markup[] = [];
  for (const [i, { key, title, sentence, figures }] of shown.entries()) {
    const figure = figures[0];
    if (figure === undefined) continue;
    const block = await figureBlock(figure, {
      id: `figure-${key}`,
      fileName: `${key}-${figure.name}`,
      number: i + 1,
      live: site.script !== undefined,
      fonts: site.fonts ?? [],
    });
    sections.push(
      markup`${sectionHeading(`claim-${key}`, title)}<p>${richText(sentence)} <a href="${
        pageOf(key)
      }">All of it<span class="spoken">: ${title}</span></a>.</p>
${block}`,
    );
  }
  return markup`${sections}`;
}
