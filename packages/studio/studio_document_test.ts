import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { studioDocument } from "./studio_document.ts";

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${new Uint8Array(digest).toBase64()}`;
}

const script = "let a = '<p>';";
const page = await studioDocument({ script });
const between = (open: RegExp, close: string): string => {
  const at = open.exec(page)!;
  const from = at.index + at[0].length;
  return page.slice(from, page.indexOf(close, from));
};

Deno.test("the policy allows this script and this stylesheet, a worker, and no request", async () => {
  const policy = between(/Content-Security-Policy" content="/, '"');
  strictEqual(between(/<script id="[a-z-]+">/, "</script>"), script);
  deepStrictEqual(policy.split("; "), [
    "default-src 'none'",
    `script-src '${await hashOf(script)}'`,
    "worker-src blob:",
    `style-src '${await hashOf(between(/<style>/, "</style>"))}'`,
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  ok(
    !/https?:(?!\/\/www\.w3\.org\/2000\/svg)|\ssrc=|@import|url\(|\sstyle=|\son[a-z]+=/.test(page),
  );
});

Deno.test("identifiers are there once, and every label and description has what it names", () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  strictEqual(new Set(ids).size, ids.length);
  for (const [, names] of page.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)) {
    for (const name of names!.split(" ")) ok(ids.includes(name), name);
  }
});

Deno.test("without a script the page says so and shows still pictures of the default state", () => {
  match(page, /<noscript><p[^>]*>JavaScript is off/);
  match(page, /<svg class="drawn" id="curve"[^>]*>.*class="area"/);
  match(page, /<svg class="drawn" id="frontier"[^>]*>.*class="here"/);
  // The controls would do nothing: they are hidden until the script shows them.
  match(page, /<form class="controls" id="controls" hidden>/);
  ok(!page.includes('role="slider"'));
});

Deno.test("a script that would end its element is refused", async () => {
  for (const bad of ["'</script>'", "a<!--b", "a\r\nb"]) {
    await rejects(studioDocument({ script: bad }), /^RangeError: Cannot make the studio/);
  }
});
