import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type PagePart, type PartsPage, renderPartsPage } from "./parts_page.ts";

const HOSTILE =
  `<script>alert(1)</script></style></title><img src=x onerror=alert(1)>" onclick='a'-->`;

const part = (text: string, id = "first"): PagePart => ({
  id,
  title: text,
  paragraphs: [text],
  figures: [{
    name: "plot",
    title: text,
    caption: text,
    alt: text,
    spec: { data: { values: [{ x: 1, y: 2 }] }, mark: "point", encoding: {} },
  }],
  tables: [
    { caption: text, columns: [{ key: "a", label: text, unit: text }], rows: [{ a: text }] },
    { caption: "no rows", columns: [], rows: [] },
  ],
});

const page = (text: string, parts: readonly PagePart[] = [part(text)]): PartsPage => ({
  title: text,
  summary: text,
  back: { href: "index.html", label: text },
  parts,
  made: text,
});

Deno.test("renderPartsPage() holds every text as text, whatever it is", async () => {
  const html = await renderPartsPage(page(HOSTILE));
  assert.doesNotMatch(html, /<script|<img|<style><|onclick='a'/);
  assert.equal(html.match(/<title>/g)?.length, 1);
  // The part's title stands in its heading and in the navigation.
  assert.ok(html.split("&lt;script&gt;alert(1)&lt;/script&gt;").length > 8);
});

Deno.test("renderPartsPage() allows its own style by hash and nothing else", async () => {
  const html = await renderPartsPage(page("text"));
  const [, style] = /<style>([^]*)<\/style>/.exec(html)!;
  const hash = createHash("sha256").update(style!).digest("base64");
  assert.ok(
    html.includes(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; img-src data:; ` +
        'base-uri &#39;none&#39;; form-action &#39;none&#39;"',
    ),
  );
});

Deno.test("renderPartsPage() links to every part, inner ones under smaller headings", async () => {
  const html = await renderPartsPage(
    page("text", [part("Outer", "outer"), { ...part("Inner", "outer-inner"), inner: true }]),
  );
  assert.match(html, /<li><a href="#outer">Outer<\/a><\/li>\n<li><a href="#outer-inner">Inner/);
  assert.match(html, /<section class="part" id="outer"[^]*<h2 id="title-outer">Outer/);
  assert.match(html, /<section class="inner part" id="outer-inner"[^]*<h3 id="title-outer-inner">/);
  assert.match(html, /Figure 1\. Outer\.[^]*Figure 2\. Inner\./);
  assert.doesNotMatch(html, /no rows/);
});

Deno.test("renderPartsPage() refuses no parts, and identifiers that could not stand in addresses", async () => {
  await assert.rejects(renderPartsPage(page("text", [])), /parts must not be empty/);
  for (const id of ["", "A", "a b", "a--b", "content", '"']) {
    await assert.rejects(renderPartsPage(page("text", [part("text", id)])), /identifiers of parts/);
  }
  const twice = [part("text", "same"), part("text", "same")];
  await assert.rejects(renderPartsPage(page("text", twice)), /must be different/);
});
