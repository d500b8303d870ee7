import assert from "node:assert/strict";
import { exampleSite } from "./example_site.ts";
import { thumbnail } from "./thumbnail.ts";
import type { VegaLiteSpec } from "./vega_lite_spec.ts";

const figure = exampleSite("plain").claims[0]!.figures[0]!;

Deno.test("thumbnail() draws the marks of a figure without a word, hidden from those who hear the page", async () => {
  const { text } = await thumbnail(figure, { idPrefix: "small--" });
  assert.match(text, /^<svg [^>]*aria-hidden="true">/);
  assert.match(text, /stroke="#1c7cdc"/);
  assert.doesNotMatch(text, /<text|plain/);
});

Deno.test("thumbnail() gives panels a share of one box", async () => {
  const panel: VegaLiteSpec = { ...figure.spec, width: 900, height: 700 };
  const sizeOf = async (spec: VegaLiteSpec): Promise<number[]> => {
    const { text } = await thumbnail({ ...figure, spec }, { idPrefix: "small--" });
    return text.match(/viewBox="0 0 (\d+) (\d+)"/)!.slice(1).map(Number);
  };
  const [width, height] = await sizeOf({ vconcat: [{ hconcat: [panel, panel] }, panel] });
  assert.ok(width! < 300 && height! < 200, `${width} x ${height}`);
});
