import assert from "node:assert/strict";
import { textWidth } from "./text_width.ts";

// Liberation Sans at 100 px by canvas measureText with kerning off, Chromium 156 on Debian 12.
const measured: readonly (readonly [string, boolean, number])[] = [
  ["Path error (nats)", false, 728.02734375],
  ["The quick brown fox jumps over the lazy dog 0123456789", false, 2562.6953125],
  ["~!@#$%^&*()_+{}|:\"<>?[];',./`-=\\", false, 1388.037109375],
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", false, 1761.279296875],
  ["Path error (nats)", true, 777.9296875],
  ["The quick brown fox jumps over the lazy dog", true, 2139.16015625],
];

for (const [text, bold, width] of measured) {
  Deno.test(`textWidth() of ${bold ? "bold " : ""}"${text}" is what a browser measures`, () => {
    // The table is rounded to a thousandth of the size a character; bold is one factor for all characters.
    const tolerance = bold ? 0.02 * width : 0.05 * text.length;
    assert.ok(Math.abs(textWidth(text, { size: 100, bold }) - width) <= tolerance);
  });
}

Deno.test("textWidth() grows with the size, and marks that combine take no room", () => {
  assert.equal(textWidth("nats", { size: 26 }), 2 * textWidth("nats", { size: 13 }));
  assert.equal(textWidth("e\u0301", { size: 10 }), textWidth("e", { size: 10 }));
  assert.equal(textWidth("漢字", { size: 10 }), 20);
});
