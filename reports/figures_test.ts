import { equal, ok } from "node:assert/strict";
import { claims } from "./claims.ts";
import { figurePng, isDrawnFrom } from "./figures.ts";

for (const { key } of claims) {
  Deno.test(`${key}: figure.png was drawn from figure.svg, twice as large and below 150 kB`, async () => {
    const folder = new URL(`./${key}/`, import.meta.url);
    const svg = await Deno.readTextFile(new URL("figure.svg", folder));
    const png = await Deno.readFile(new URL("figure.png", folder));
    ok(await isDrawnFrom(png, svg), "stale: run deno task figures");
    ok(png.length < 150_000, `${png.length} bytes`);
    const view = new DataView(png.buffer);
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg)!;
    equal(view.getUint32(16), 2 * Number(width));
    equal(view.getUint32(20), 2 * Number(height));
  });
}

Deno.test("isDrawnFrom() tells a picture of another figure", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>';
  const png = await figurePng(svg, { fonts: [] });
  ok(await isDrawnFrom(png, svg));
  ok(!await isDrawnFrom(png, svg.replace("3", "4")));
});
