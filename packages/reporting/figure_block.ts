import type { Figure } from "./claim.ts";
import { downloadLink } from "./download_link.ts";
import { darkColourOf } from "./figure_colours.ts";
import { Markup, markup } from "./markup.ts";
import { renderSvg } from "./render_svg.ts";
import { richText } from "./rich_text.ts";
import { withTheme } from "./theme.ts";

/** Where a figure stands. */
export interface FigureBlockOptions {
  /** Identifier of the figure in the page, unique there. */
  readonly id: string;
  /** Number of the figure in the page. */
  readonly number: number;
  /** Name of its files, without extension. */
  readonly fileName: string;
}

/**
 * A figure of a page: the drawing, its caption, and the files to take away.
 *
 * The drawing scrolls inside its own box where the window is narrower than its text can bear.
 *
 * @param figure The figure
 * @param options Identifier, number and file name
 * @returns Markup
 * @throws RangeError if the figure does not draw, see `renderSvg`, or uses a colour without counterpart on a dark page
 */
export async function figureBlock(figure: Figure, options: FigureBlockOptions): Promise<Markup> {
  const { id, number, fileName } = options;
  const { name, spec, alt, title, caption } = figure;
  const svg = await renderSvg(spec, { alt, idPrefix: `${id}--` });
  refuseUnknownColours(svg, name);
  const of = `figure ${number}`;
  const links = [
    downloadLink({
      fileName: `${fileName}.svg`,
      mediaType: "image/svg+xml",
      content: await renderSvg(spec, { alt, background: "#ffffff" }),
      label: "SVG",
      of,
    }),
    downloadLink({
      fileName: `${fileName}.vl.json`,
      mediaType: "application/json",
      content: JSON.stringify(withTheme(spec), null, 1) + "\n",
      label: "Vega-Lite",
      of,
    }),
  ];
  return markup`<figure id="${id}">
<div class="scroll" tabindex="0" role="group" aria-label="Figure ${number}: ${title}">
${new Markup(svg)}
</div>
<figcaption><strong>Figure ${number}. ${title}.</strong> ${richText(caption)}
<span class="downloads">${links}</span></figcaption>
</figure>
`;
}

function refuseUnknownColours(svg: string, name: string): void {
  for (const [, colour] of svg.matchAll(/ (?:fill|stroke|stop-color)="(?!none|url\()([^"]*)"/g)) {
    if (darkColourOf.has(colour!)) continue;
    throw new RangeError(
      `Cannot show figure ${name}: colours must be those of figureColours, which a dark page can replace, got ${colour}`,
    );
  }
}
