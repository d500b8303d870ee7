import assert from "node:assert/strict";
import { escapeHtml } from "./escape_html.ts";

const cases: readonly (readonly [string, string, string])[] = [
  ["plain text", "path error 1.5 nats", "path error 1.5 nats"],
  ["markup", "<script>", "&lt;script&gt;"],
  ["quotes of both kinds", `"a" 'b'`, "&quot;a&quot; &#39;b&#39;"],
  ["an entity, which stays what was written", "&lt;", "&amp;lt;"],
  ["line and paragraph separators", "a\u2028b\u2029c", "a b c"],
  ["carriage returns", "a\r\nb\rc", "a\nb\nc"],
  ["control characters", "a\0b\x1b[2Jc\x9f", "a\ufffdb\ufffd[2Jc\ufffd"],
  ["half of a surrogate pair", "a\ud800b", "a\ufffdb"],
  ["characters of every plane", "é 漢 😀", "é 漢 😀"],
];

for (const [what, text, expected] of cases) {
  Deno.test(`escapeHtml() writes ${what} so that it means itself`, () => {
    assert.equal(escapeHtml(text), expected);
  });
}
