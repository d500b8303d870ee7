import { ok, strictEqual } from "node:assert/strict";
import { BadInput, escapeControls, isBadInput, oneLine, shown } from "./bad_input.ts";

Deno.test("isBadInput() tells refusals of values from errors of the engine", () => {
  ok(isBadInput(new BadInput("Cannot read it")));
  ok(isBadInput(new RangeError("Cannot plan: steps must be ..")));
  ok(!isBadInput(new TypeError("Cannot read properties of undefined")));
  ok(!isBadInput(new RangeError("Invalid array length")));
  ok(!isBadInput("Cannot"));
});

Deno.test("escapeControls() leaves nothing that steers a terminal or breaks a line", () => {
  strictEqual(escapeControls("a\n\r\tb"), "a\\n\\r\\tb");
  strictEqual(escapeControls("\x1b[31m"), "\\u{1b}[31m");
  strictEqual(escapeControls("a\u2028\u202e\u0085b"), "a\\u{2028}\\u{202e}\\u{85}b");
  strictEqual(escapeControls("déjà \u{1F600}"), "déjà \u{1F600}");
});

Deno.test("oneLine() and shown() cut what is very long", () => {
  ok(oneLine("x".repeat(1e6)).length < 3000);
  ok(shown("x".repeat(1e6)).length < 100);
});

Deno.test("shown() quotes where the quotes help", () => {
  strictEqual(shown("3.0"), "3.0");
  strictEqual(shown(""), '""');
  strictEqual(shown("a b"), '"a b"');
  strictEqual(shown("a\nb"), '"a\\nb"');
});
