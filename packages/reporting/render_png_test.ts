import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { renderPng } from "./render_png.ts";
import { renderSvg } from "./render_svg.ts";

/** A PNG of 8-bit RGBA, undone by hand: ISO/IEC 15948, sections 5 and 9. */
function decode(png: Uint8Array): { width: number; height: number; pixels: Uint8Array } {
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const data: Uint8Array[] = [];
  let [width, height] = [0, 0];
  for (let at = 8; at < png.length;) {
    const size = view.getUint32(at);
    const type = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    if (type === "IHDR") {
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      assert.deepEqual([...png.subarray(at + 16, at + 21)], [8, 6, 0, 0, 0]);
    }
    if (type === "IDAT") data.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const raw = inflateSync(Uint8Array.from(data.flatMap((part) => [...part])));
  const stride = 4 * width;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)]!;
    for (let i = 0; i < stride; i++) {
      const at = row * stride + i;
      const left = i < 4 ? 0 : pixels[at - 4]!;
      const up = row === 0 ? 0 : pixels[at - stride]!;
      const corner = i < 4 || row === 0 ? 0 : pixels[at - stride - 4]!;
      const paeth = [left, up, corner].reduce((best, value) =>
        Math.abs(left + up - corner - value) < Math.abs(left + up - corner - best) ? value : best
      );
      const guess = [0, left, up, (left + up) >> 1, paeth][filter]!;
      pixels[at] = raw[row * (stride + 1) + 1 + i]! + guess;
    }
  }
  return { width, height, pixels };
}

/** How many pixels have another colour than the first one. */
function marked({ pixels }: { pixels: Uint8Array }): number {
  const colours = new Uint32Array(pixels.buffer);
  return colours.reduce((count, colour) => count + (colour === colours[0] ? 0 : 1), 0);
}

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">' +
  '<rect width="20" height="10" fill="#ffffff"/><rect x="5" y="2" width="4" height="3" fill="#1c7cdc"/></svg>';

Deno.test("renderPng() fills the pixels of a shape, and no others", async () => {
  const one = decode(await renderPng(square, { fonts: [], scale: 1 }));
  assert.deepEqual([one.width, one.height, marked(one)], [20, 10, 4 * 3]);
  assert.deepEqual([...one.pixels.subarray(0, 4)], [255, 255, 255, 255]);
  const inside = 4 * (3 * 20 + 6);
  assert.deepEqual([...one.pixels.subarray(inside, inside + 4)], [0x1c, 0x7c, 0xdc, 255]);
  const two = decode(await renderPng(square, { fonts: [] }));
  assert.deepEqual([two.width, two.height, marked(two)], [40, 20, 8 * 6]);
});

Deno.test("renderPng() draws the lines of a figure on a machine without fonts, the same each time", async () => {
  const svg = await renderSvg({
    data: { values: [{ x: 0, y: 0 }, { x: 1, y: 1 }] },
    mark: "line",
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
    },
  }, { alt: "A line.", background: "#ffffff" });
  const png = await renderPng(svg, { fonts: [] });
  const image = decode(png);
  assert.deepEqual([image.width, image.height], [1360, 800]);
  assert.ok(marked(image) > 2 * 600 && marked(image) < 0.1 * 1360 * 800);
  assert.deepEqual(await renderPng(svg, { fonts: [] }), png);
});

Deno.test("renderPng() refuses fonts that draw no letter, rather than leave the words out", async () => {
  for (const fonts of [[Uint8Array.of(0)], [new TextEncoder().encode("no font")]]) {
    await assert.rejects(renderPng(square, { fonts }), {
      name: "RangeError",
      message:
        "Cannot draw the picture: fonts must be TrueType or OpenType, got none that draws a letter",
    });
  }
});

Deno.test("renderPng() refuses scales and pictures that are none", async () => {
  for (const scale of [0, -1, NaN, Infinity, 9]) {
    await assert.rejects(renderPng(square, { fonts: [], scale }), /scale must be in \(0, 8\], got/);
  }
  for (const text of ["", "no picture", "<svg>"]) {
    await assert.rejects(renderPng(text, { fonts: [] }), {
      name: "RangeError",
      message: /^Cannot draw the picture: it must be SVG, got /,
    });
  }
});
