import type { Figure } from "./claim.ts";
import { compileLiveFigure } from "./compile_live_figure.ts";
import { downloadLink } from "./download_link.ts";
import { darkColourOf } from "./figure_colours.ts";
import { Markup, markup } from "./markup.ts";
import { renderPng } from "./render_png.ts";
import { renderSvg } from "./render_svg.ts";
import { richText } from "./rich_text.ts";
import { scriptJson } from "./script_json.ts";
import { withTheme } from "./theme.ts";

/** Where a figure stands, and what goes with it. */
export interface FigureBlockOptions {
  /** Identifier of the figure in the page, unique there. */
  readonly id: string;
  /** Number of the figure in the page. */
  readonly number: number;
  /** Name of its files, without extension. */
  readonly fileName: string;
  /** Whether the page has the script that makes figures answer a pointer. */
  readonly live: boolean;
  /** Fonts to draw the PNG with; without any there is none, and the page says so. */
  readonly fonts: readonly Uint8Array[];
}

/**
 * A figure of a page: the drawing, its caption, and the files to take away.
 *
 * The still drawing is always there: for paper, and where no script runs. The drawing scrolls inside its own box where
 * the window is narrower than its text can bear.
 *
 * @param figure The figure
 * @param options Identifier, number and file name; whether it comes alive; fonts
 * @returns Markup
 * @throws RangeError if the figure does not draw, see `renderSvg`, or uses a colour without counterpart on a dark page
 */
export async function figureBlock(figure: Figure, options: FigureBlockOptions): Promise<Markup> {
  const { id, number, live } = options;
  const { name, spec, alt, title, caption } = figure;
  const svg = await renderSvg(spec, { alt, idPrefix: `${id}--` });
  refuseUnknownColours(svg, name);
  const place = live ? markup`\n<div class="live" role="img" aria-label="${alt}"></div>` : "";
  const json = live
    ? markup`<script type="application/json">${
      scriptJson(await compileLiveFigure(spec))
    }</script>\n`
    : "";
  return markup`<figure class="plot" id="${id}">
<div class="scroll" tabindex="0" role="group" aria-label="Figure ${number}: ${title}">
<div class="still">${new Markup(svg)}</div>${place}
</div>
<figcaption><strong>Figure ${number}. ${title}.</strong> ${richText(caption)}
<span class="downloads">${await filesOf(figure, options)}</span></figcaption>
${json}</figure>
`;
}

async function filesOf(figure: Figure, options: FigureBlockOptions): Promise<Markup> {
  const { number, fileName, fonts } = options;
  const { spec, alt } = figure;
  const of = `figure ${number}`;
  const content = await renderSvg(spec, { alt, background: "#ffffff" });
  const files = [downloadLink({
    fileName: `${fileName}.svg`,
    mediaType: "image/svg+xml",
    content,
    label: "SVG",
    of,
  })];
  if (fonts.length > 0) {
    files.push(downloadLink({
      fileName: `${fileName}.png`,
      mediaType: "image/png",
      content: await renderPng(content, { fonts }),
      label: "PNG",
      of,
    }));
  }
  files.push(downloadLink({
    fileName: `${fileName}.vl.json`,
    mediaType: "application/json",
    content: JSON.stringify(withTheme(spec), null, 1) + "\n",
    label: "Vega-Lite",
    of,
  }));
  return fonts.length > 0
    ? markup`${files}`
    : markup`${files}<span>No PNG: no font was found where this page was made.</span>`;
}

function refuseUnknownColours(svg: string, name: string): void {
  for (const [, colour] of svg.matchAll(/ (?:fill|stroke|stop-color)="(?!none|url\()([^"]*)"/g)) {
    if (darkColourOf.has(colour!)) continue;
    throw new RangeError(
      `Cannot show figure ${name}: colours must be those of figureColours, which a dark page can replace, got ${colour}`,
    );
  }
}
