import * as vega from "vega";

// Advance widths of Helvetica for the characters from space to tilde, in thousandths of the font size (Adobe Font
// Metrics, version 2). Arial and Liberation Sans have the same widths.
// deno-fmt-ignore
const ASCII_WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
const BOLD_STRETCH = 1.07;

/**
 * Width of a line of text in Helvetica, Arial or Liberation Sans, in pixels.
 *
 *     sum over characters of advance(character) * size / 1000
 *
 * From a table, so that a figure has the same layout on every machine, with any fonts or none. Kerning is left out;
 * characters outside ASCII count as a digit, East Asian ones as a full square. O(characters).
 *
 * @param text One line of text
 * @param options Font size in pixels, and whether the text is bold
 * @returns Width in pixels
 */
export function textWidth(text: string, options: { size: number; bold?: boolean }): number {
  let thousandths = 0;
  for (const character of text) {
    const width = ASCII_WIDTHS[character.codePointAt(0)! - 32];
    if (width !== undefined) thousandths += width;
    else if (WIDE.test(character)) thousandths += 1000;
    else if (!ZERO_WIDTH.test(character)) thousandths += 556;
  }
  return thousandths * (options.size / 1000) * (options.bold ? BOLD_STRETCH : 1);
}

// Exported by vega, absent from its type declarations.
const { textMetrics } = vega as unknown as {
  readonly textMetrics: { width(item: TextItem, text: unknown): number };
};

/** The part of a vega text item that decides its width. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

/**
 * Makes vega measure text with `textWidth`.
 *
 * Left alone, vega asks a canvas where one is installed and guesses where none is, so that the same figure would come
 * out differently on two machines. The setting is vega's own and for the whole process; setting it twice is harmless.
 */
export function measureTextByTable(): void {
  textMetrics.width = (item: TextItem, text: unknown): number => {
    const bold = item.fontWeight === "bold" || Number(item.fontWeight) >= 600;
    const width = textWidth(String(text ?? ""), { size: item.fontSize ?? 11, bold });
    return item.limit! > 0 ? Math.min(width, item.limit!) : width;
  };
}
