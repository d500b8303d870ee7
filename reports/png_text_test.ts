import { equal } from "node:assert/strict";
import { renderPng } from "@unmask/reporting";
import { pngText, withPngText } from "./png_text.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>';

Deno.test("pngText() reads what withPngText() wrote, and nothing from a picture without it", async () => {
  const png = await renderPng(svg, { fonts: [] });
  equal(pngText(png, "Source"), undefined);
  const marked = withPngText(png, { keyword: "Source", text: "drawn from a=b" });
  equal(pngText(marked, "Source"), "drawn from a=b");
  equal(pngText(marked, "Title"), undefined);
});

Deno.test("withPngText() leaves the picture a picture: it can be drawn within another", async () => {
  const marked = withPngText(await renderPng(svg, { fonts: [] }), { keyword: "A", text: "b" });
  const outer = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image width="9" ` +
    `height="9" href="data:image/png;base64,${marked.toBase64()}"/></svg>`;
  equal((await renderPng(outer, { fonts: [], scale: 1 })).length > 60, true);
});
