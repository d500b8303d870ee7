/**
 * Draws `figure.png` beside every claim's `figure.svg`, for papers and slides.
 *
 *     deno task figures
 *
 * The pixels of text depend on the fonts of the machine, so pictures are not compared byte for byte.
 * Each carries the hash of the SVG it was drawn from, which tells a stale one.
 *
 * @module
 */
import { systemFonts } from "@unmask/cli/system-fonts";
import { renderPng } from "@unmask/reporting";
import { claims } from "./claims.ts";
import { pngText, withPngText } from "./png_text.ts";

/** Keyword of the hash in a picture. */
const KEYWORD = "Source";

/** Pixels for one unit of the drawing: sharp on dense screens and at 10 cm in print. */
const SCALE = 2;

/**
 * The picture of a figure.
 *
 * @param svg Text of the `figure.svg`
 * @param options Contents of `fonts`
 * @returns The bytes of its `figure.png`
 */
export async function figurePng(
  svg: string,
  { fonts }: { fonts: readonly Uint8Array[] },
): Promise<Uint8Array> {
  const png = await renderPng(svg, { fonts, scale: SCALE });
  return withPngText(png, { keyword: KEYWORD, text: await hashOf(svg) });
}

/**
 * Whether a picture was drawn from this figure.
 *
 * @param png Bytes of the `figure.png`
 * @param svg Text of the `figure.svg`
 * @returns Whether the hashes agree
 */
export async function isDrawnFrom(png: Uint8Array, svg: string): Promise<boolean> {
  return pngText(png, KEYWORD) === await hashOf(svg);
}

async function hashOf(svg: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(svg));
  return `sha256-${new Uint8Array(digest).toBase64()}`;
}

/** Draws the pictures that are missing or stale; all of them with `--all`. */
async function drawFigures(args: readonly string[]): Promise<number> {
  const stranger = args.find((arg) => arg !== "--all");
  if (stranger !== undefined) {
    console.error(`Cannot draw the figures: the only option must be --all, got ${stranger}`);
    return 2;
  }
  const fonts = systemFonts(undefined);
  if (fonts.length === 0) {
    console.error(
      "Cannot draw the figures: a TrueType font must be installed, such as DejaVu Sans",
    );
    return 1;
  }
  for (const { key } of claims) {
    const folder = new URL(`./${key}/`, import.meta.url);
    const svg = await Deno.readTextFile(new URL("figure.svg", folder));
    const file = new URL("figure.png", folder);
    const old = await Deno.readFile(file).catch(() => undefined);
    if (old !== undefined && !args.includes("--all") && await isDrawnFrom(old, svg)) continue;
    await Deno.writeFile(file, await figurePng(svg, { fonts }));
    console.log(`Drew reports/${key}/figure.png`);
  }
  return 0;
}

if (import.meta.main) Deno.exit(await drawFigures(Deno.args));
