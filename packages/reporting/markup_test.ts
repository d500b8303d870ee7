import assert from "node:assert/strict";
import { markup } from "./markup.ts";

Deno.test("markup`` escapes text in its holes and keeps markup and lists of it", () => {
  const item = (text: string) => markup`<li title="${text}">${text}</li>`;
  assert.equal(
    markup`<ul>${["<a>", '"b"'].map(item)}${3}</ul>`.text,
    '<ul><li title="&lt;a&gt;">&lt;a&gt;</li><li title="&quot;b&quot;">&quot;b&quot;</li>3</ul>',
  );
});

Deno.test("markup`` takes an object that only looks like markup for a mistake", () => {
  assert.throws(() => markup`${{ text: "<script>" } as unknown as string}`);
});
