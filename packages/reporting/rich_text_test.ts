import assert from "node:assert/strict";
import { richText } from "./rich_text.ts";

const cases: readonly (readonly [string, string])[] = [
  ["plain", "plain"],
  ["an *exact* value", "an <em>exact</em> value"],
  ["`T = L` steps", '<code class="short">T = L</code> steps'],
  ["`a * b` and `c * d`", '<code class="short">a * b</code> and <code class="short">c * d</code>'],
  ["`a formula longer than twenty`", "<code>a formula longer than twenty</code>"],
  ["2*x*3 is a product", "2*x*3 is a product"],
  ["a * b * c is one too", "a * b * c is one too"],
  ["*two words*, (*three*)", "<em>two words</em>, (<em>three</em>)"],
  ["an unclosed `tick and *star", "an unclosed `tick and *star"],
  ["`<b>` *<i>* <u>", '<code class="short">&lt;b&gt;</code> <em>&lt;i&gt;</em> &lt;u&gt;'],
  ["**bold** is not a mark", "**bold** is not a mark"],
];

for (const [text, markup] of cases) {
  Deno.test(`richText() of ${text}`, () => assert.equal(richText(text).text, markup));
}
