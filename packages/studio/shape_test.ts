import { strictEqual } from "node:assert/strict";
import { shape, shapeText } from "./shape.ts";

Deno.test("texts and attributes of a drawing mean themselves, whatever they hold", () => {
  const hostile = `"><script>alert('1')</script>&amp;`;
  const escaped = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;";
  strictEqual(
    shapeText(shape("g", { class: hostile, x: 1.5 }, hostile, shape("circle", { r: 2 }))),
    `<g class="${escaped}" x="1.5">${escaped}<circle r="2"></circle></g>`,
  );
});
