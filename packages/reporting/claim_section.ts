import type { ClaimReport } from "./claim.ts";
import { toCsv } from "./csv.ts";
import { dataTable } from "./data_table.ts";
import { downloadLink } from "./download_link.ts";
import { figureBlock } from "./figure_block.ts";
import { type Markup, markup } from "./markup.ts";
import { richText } from "./rich_text.ts";
import { verdictBadge } from "./verdict_badge.ts";

/** Where a claim stands in the page. */
export interface ClaimSectionOptions {
  /** Position of the claim, from 1. */
  readonly position: number;
  /** Number of claims. */
  readonly of: number;
  /** Number of the claim's first figure. */
  readonly firstFigure: number;
}

/**
 * The section of one claim: sentence, verdict and evidence, figures, text, data, and the command that makes them again.
 *
 * @param claim The claim
 * @param options Its place among the others
 * @returns Markup
 */
export async function claimSection(
  claim: ClaimReport,
  { position, of, firstFigure }: ClaimSectionOptions,
): Promise<Markup> {
  const { key, title, sentence, verdict, evidence, paragraphs } = claim;
  const figures: Markup[] = [];
  for (const [i, figure] of claim.figures.entries()) {
    const id = `figure-${key}--${figure.name}`;
    const fileName = `${key}-${figure.name}`;
    figures.push(await figureBlock(figure, { id, fileName, number: firstFigure + i }));
  }
  const permalink =
    markup`<a class="permalink" href="#claim-${key}" aria-label="Link to: ${title}">#</a>`;
  return markup`<section class="claim" id="claim-${key}" aria-labelledby="title-${key}">
<p class="kicker">Claim ${position} of ${of}</p>
<h2 id="title-${key}">${title} ${permalink}</h2>
<p class="sentence">${richText(sentence)}</p>
<p class="evidence">${verdictBadge(verdict)} <span>${richText(evidence)}</span></p>
${figures}${paragraphs.map((paragraph) => markup`<p>${richText(paragraph)}</p>\n`)}${data(claim)}${
    again(claim)
  }</section>
`;
}

function data(claim: ClaimReport): Markup {
  const { key, title, columns, rows } = claim;
  if (rows.length === 0) return markup``;
  const { figures: _figures, paragraphs: _paragraphs, ...record } = claim;
  const of = `the data of: ${title}`;
  const csv = toCsv(columns, rows);
  const json = JSON.stringify(record, writable, 1) + "\n";
  const links = [
    downloadLink({ fileName: `${key}.csv`, mediaType: "text/csv", content: csv, label: "CSV", of }),
    downloadLink({
      fileName: `${key}.json`,
      mediaType: "application/json",
      content: json,
      label: "JSON",
      of,
    }),
  ];
  return markup`<h3>Data</h3>
${dataTable(columns, rows, { caption: `Results: ${title}` })}<p class="downloads">${links}</p>
`;
}

function again({ command, seed, fingerprint }: ClaimReport): Markup {
  const randomness = seed === null
    ? markup`No random numbers are drawn.`
    : markup`Seed <code>${seed}</code>.`;
  return markup`<h3>Run it again</h3>
<pre class="command"><code>${command}</code></pre>
<p class="made">${randomness} Fingerprint of the Math functions <code>${fingerprint}</code>.</p>
`;
}

/** JSON has no word for infinite numbers and NaN; a silent null would read as a value that does not exist. */
function writable(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
