import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { ClaimReport, Figure } from "./claim.ts";
import { darkColourOf, figureColours } from "./figure_colours.ts";
import { renderPage, type ReportPage } from "./html_page.ts";

const HOSTILE =
  `<script>alert(1)</script></style></title><img src=x onerror=alert(1)>" onclick='a'--><!--` +
  "\u2028\u2029javascript:alert(1)`<b>`*<i>*&lt;\0\ud800";

/** A page whose every free text is `text`. */
function pageOf(text: string): ReportPage {
  const figure: Figure = {
    name: "slope",
    title: text,
    caption: text,
    alt: text,
    spec: {
      title: text,
      data: { values: [1, 2, 3].map((steps) => ({ steps, error: 1 / steps, name: text })) },
      mark: { type: "line", clip: true },
      encoding: {
        x: { field: "steps", type: "quantitative", title: text },
        y: { field: "error", type: "quantitative", title: text },
        color: { field: "name", type: "nominal", title: text },
      },
    },
  };
  const claim = (key: string, rows: number): ClaimReport => ({
    key,
    title: text,
    sentence: text,
    verdict: "holds",
    evidence: text,
    paragraphs: [text, text],
    columns: [{ key: "name", label: text, unit: text }, {
      key: "error",
      label: "Error",
      unit: "nats",
    }],
    rows: Array.from({ length: rows }, (_, i) => ({ name: text, error: i / 7 })),
    figures: [figure, { ...figure, name: "slope-1" }],
    command: text,
    seed: 7,
    fingerprint: text,
  });
  return {
    title: text,
    summary: text,
    claims: [claim("one", 3), claim("one-slope", 40), { ...claim("none", 0), verdict: "refuted" }],
    generated: { command: text, fingerprint: text, commit: text },
  };
}

const TAG = /<(\/?)([a-z][\w:-]*|!doctype)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi;

/** Tags of a document with their attributes; every `<` must belong to one. */
function tagsOf(html: string): { close: boolean; name: string; attributes: [string, string][] }[] {
  const body = html.replace(/<style>[^<]*<\/style>/, "<style></style>");
  const tags = [...body.matchAll(TAG)].map(([, close, name, attributes]) => ({
    close: close !== "",
    name: name!.toLowerCase(),
    attributes: [...attributes!.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
      .map(([, key, value]): [string, string] => [key!, value ?? ""]),
  }));
  assert.equal(tags.length, body.split("<").length - 1);
  return tags;
}

const ELEMENTS = new Set(
  ("!doctype html head meta title link style body a div header h1 h2 h3 p nav ol li main table caption thead tbody tr " +
    "th td span svg g path line rect text tspan defs clippath section figure figcaption strong em code pre details " +
    "summary footer").split(" "),
);

Deno.test("renderPage() with hostile text everywhere holds no element or attribute of the text's making", async () => {
  // How many ticks an axis has depends on the room that its titles leave; what a figure may hold is tested below.
  const around = (page: string): string => page.replaceAll(/<svg xmlns[^]*?<\/svg>/g, "");
  const plain = tagsOf(around(await renderPage(pageOf("plain `b` *i*"))));
  const page = await renderPage(pageOf(HOSTILE));
  const hostile = tagsOf(around(page));
  const shape = (tags: ReturnType<typeof tagsOf>): string[] =>
    tags.map(({ close, name, attributes }) =>
      [close, name, ...attributes.map(([key]) => key)].join(" ")
    );
  assert.deepEqual(shape(hostile), shape(plain));
  for (const { name, attributes } of tagsOf(page)) {
    assert.ok(ELEMENTS.has(name), name);
    for (const [key, value] of attributes) {
      assert.doesNotMatch(key, /^(?:on|style$|src)/);
      if (key === "href") assert.match(value, /^(?:#[\w-]+$|data:[\w/+]+[;,])/);
    }
  }
});

Deno.test("renderPage() shows hostile text as it was written", async () => {
  const page = await renderPage(pageOf(HOSTILE));
  assert.ok(page.includes("&lt;script&gt;alert(1)&lt;/script&gt;&lt;/style&gt;"));
  assert.doesNotMatch(page, /[\u2028\u2029\0]/);
});

Deno.test("renderPage() allows its own style by hash and nothing else", async () => {
  const page = await renderPage(pageOf("plain"));
  const policy = page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)![1]!;
  const style = page.match(/<style>([^]*?)<\/style>/)![1]!;
  const hash = createHash("sha256").update(style).digest("base64");
  assert.equal(
    policy.replaceAll("&#39;", "'"),
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
  );
  assert.ok(page.indexOf("Content-Security-Policy") < page.indexOf("<title>"));
});

Deno.test("renderPage() gives the same bytes twice", async () => {
  assert.equal(await renderPage(pageOf("plain")), await renderPage(pageOf("plain")));
});

Deno.test("renderPage() closes what it opens, and names every part once", async () => {
  const tags = tagsOf(await renderPage(pageOf("plain")));
  const open: string[] = [];
  const void_ = new Set(["meta", "link", "!doctype", "path", "line", "rect"]);
  for (const { close, name } of tags.filter((tag) => !void_.has(tag.name))) {
    if (close) assert.equal(open.pop(), name);
    else open.push(name);
  }
  assert.deepEqual(open, []);
  const attribute = (key: string): string[] =>
    tags.flatMap(({ attributes }) => attributes.filter(([k]) => k === key).map(([, v]) => v));
  const ids = attribute("id");
  assert.equal(new Set(ids).size, ids.length);
  for (const href of attribute("href").filter((value) => value.startsWith("#"))) {
    assert.ok(ids.includes(href.slice(1)), href);
  }
  for (const label of attribute("aria-labelledby")) assert.ok(ids.includes(label), label);
});

Deno.test("renderPage() can be read without seeing it: language, headings in order, captions, scopes, names", async () => {
  const page = await renderPage(pageOf("plain"));
  assert.match(page, /^<!doctype html>\n<html lang="en">/);
  const levels = [...page.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
  assert.deepEqual(levels.filter((level) => level === 1), [1]);
  levels.reduce((before, level) => (assert.ok(level <= before + 1), level));
  assert.equal(page.match(/<caption>[^<]/g)?.length, page.match(/<table /g)?.length);
  assert.ok([...page.matchAll(/<th [^>]*/g)].every(([th]) => / scope="(?:row|col)"/.test(th)));
  for (const [svg] of page.matchAll(/<svg [^>]*/g)) {
    assert.match(svg, /role="img" aria-label="[^"]+"|aria-hidden="true"/);
  }
  assert.match(page, /<body>\n<a class="skip" href="#content">/);
});

Deno.test("renderPage() folds long tables away, and leaves out the data of a claim that has none", async () => {
  const page = await renderPage(pageOf("plain"));
  assert.deepEqual(page.match(/Show the \d+ rows/g), ["Show the 40 rows"]);
  assert.equal(page.match(/<table class="data">/g)?.length, 2);
});

Deno.test("renderPage() carries figures and data as files that read back", async () => {
  const source = pageOf(`a "b", c\n${HOSTILE.toWellFormed().replaceAll("\0", "")}`);
  const page = await renderPage(source);
  const file = (name: string): string => {
    const link = page.match(new RegExp(`download="${name}" href="data:[^,"]*;base64,([^"]*)"`))!;
    return new TextDecoder().decode(Uint8Array.fromBase64(link[1]!));
  };
  const claim = source.claims[0]!;
  assert.deepEqual(JSON.parse(file("one.json")).rows, claim.rows);
  assert.ok(file("one.csv").startsWith("name,error\r\n"));
  assert.match(
    file("one-slope.svg"),
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^]*fill="#ffffff"[^]*<\/svg>$/,
  );
  assert.deepEqual(JSON.parse(file("one-slope.vl.json")).data, claim.figures[0]!.spec["data"]);
});

Deno.test("renderPage() replaces every colour of a figure on a dark page", async () => {
  const page = await renderPage(pageOf("plain"));
  const dark = page.match(/@media screen and \(prefers-color-scheme:dark\)\{([^]*?)\n\}/)![1]!;
  for (const [light, replacement] of darkColourOf) {
    for (const paint of ["fill", "stroke"]) {
      assert.ok(dark.includes(`[${paint}="${light}"]{${paint}:${replacement}}`), light);
    }
  }
});

Deno.test("renderPage() refuses a colour that has no dark counterpart", async () => {
  const page = pageOf("plain");
  const claim = page.claims[0]!;
  const painted = (color: string): ReportPage => {
    const spec = { ...claim.figures[0]!.spec, mark: { type: "line", color }, encoding: {} };
    return { ...page, claims: [{ ...claim, figures: [{ ...claim.figures[0]!, spec }] }] };
  };
  await assert.rejects(
    renderPage(painted("#123456")),
    /colours must be those of figureColours.*#123456/,
  );
  await renderPage(painted(figureColours.muted));
});

Deno.test("renderPage() without data is smaller than 1.2 MB by far", async () => {
  assert.ok((await renderPage(pageOf("plain"))).length < 300_000);
});

Deno.test("renderPage() refuses names that could not be addresses or files, and the same name twice", async () => {
  const page = pageOf("plain");
  const claim = page.claims[0]!;
  for (const key of ["", "One", "a b", "a--b", "-a", "a_b", '"><script>', "../up"]) {
    await assert.rejects(renderPage({ ...page, claims: [{ ...claim, key }] }), RangeError);
    const figures = [{ ...claim.figures[0]!, name: key }];
    await assert.rejects(renderPage({ ...page, claims: [{ ...claim, figures }] }), RangeError);
  }
  await assert.rejects(renderPage({ ...page, claims: [claim, claim] }), RangeError);
  await assert.rejects(renderPage({ ...page, claims: [] }), RangeError);
});

Deno.test("renderPage() refuses a verdict that is none", async () => {
  const page = pageOf("plain");
  const verdict = "constructor" as unknown as "holds";
  await assert.rejects(
    renderPage({ ...page, claims: [{ ...page.claims[0]!, verdict }] }),
    RangeError,
  );
});
