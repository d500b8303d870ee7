import { type CustomFontsOptions, initWasm, Resvg } from "@resvg/resvg-wasm";

/** How an SVG becomes pixels. */
export interface RenderPngOptions {
  /** Files of fonts to draw text with, TrueType or OpenType; without any, text is left out. */
  readonly fonts: readonly Uint8Array[];
  /** Pixels of the picture for one of the drawing, 2 by default. */
  readonly scale?: number;
}

let ready: Promise<void> | undefined;

/**
 * Draws an SVG of `renderSvg` as a PNG picture.
 *
 * The bytes depend on the arguments alone; no font of the machine is looked up, and nothing is fetched. The renderer is
 * WebAssembly from npm and needs no permission but to read itself. About 0.1 s for 680 x 400.
 *
 * @param svg An SVG picture
 * @param options Fonts, and the scale
 * @returns The bytes of the PNG
 * @throws RangeError if the scale is not positive and at most 8, fonts are given but draw no letter, or the SVG cannot be
 * drawn
 * @see https://github.com/thx/resvg-js
 */
export async function renderPng(svg: string, options: RenderPngOptions): Promise<Uint8Array> {
  const { fonts, scale = 2 } = options;
  if (!(scale > 0 && scale <= 8)) {
    throw new RangeError(`Cannot draw the picture: scale must be in (0, 8], got ${scale}`);
  }
  await (ready ??= load());
  const font = { fontBuffers: [...fonts] };
  if (fonts.length > 0 && !drawsLetters(font)) {
    throw new RangeError(
      "Cannot draw the picture: fonts must be TrueType or OpenType, got none that draws a letter",
    );
  }
  let resvg: InstanceType<typeof Resvg>;
  try {
    resvg = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font });
  } catch (error) {
    throw new RangeError(`Cannot draw the picture: it must be SVG, got ${String(error)}`);
  }
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}

/** Whether text leaves a trace: a font that the renderer cannot read is left out without a word. */
function drawsLetters(font: CustomFontsOptions): boolean {
  const letter = new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15">k</text></svg>',
    { font },
  );
  const box = letter.getBBox();
  letter.free();
  return box !== undefined && box.width > 0;
}

async function load(): Promise<void> {
  const url = import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm");
  await initWasm(await Deno.readFile(new URL(url)));
}
