import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { ClaimReport, ClaimWithoutResults, SiteClaim } from "./claim.ts";
import { renderClaimPage } from "./claim_page.ts";
import { exampleSite, hostileText } from "./example_site.ts";
import { darkColourOf, figureColours } from "./figure_colours.ts";
import { renderFrontPage } from "./front_page.ts";
import type { Site } from "./page_frame.ts";

const SCRIPT = "globalThis.ran = true;";

const made = new Map<string, Promise<string[]>>();

/** A claim page and the front page of the site whose every text is `text`, made once. */
function pagesOf(text: string, script?: string): Promise<string[]> {
  const key = JSON.stringify([text, script]);
  if (!made.has(key)) made.set(key, makePages(text, script));
  return made.get(key)!;
}

async function makePages(text: string, script?: string): Promise<string[]> {
  const site = exampleSite(text, script);
  const words = [{ word: text, meaning: text }];
  return [
    await renderClaimPage(site.claims[1]!, site),
    await renderFrontPage({ question: text, answer: text, shown: site.claims, words }, site),
  ];
}

const page = async (text: string, script?: string): Promise<string> =>
  (await pagesOf(text, script))[0]!;

const TAG = /<(\/?)([a-z][\w:-]*|!doctype)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi;

/** Tags of a document with their attributes; every `<` must belong to one. */
function tagsOf(html: string): { close: boolean; name: string; attributes: [string, string][] }[] {
  const body = html.replace(/<style>[^<]*<\/style>/, "<style></style>")
    .replaceAll(/(<script[^>]*>)[^<]*<\/script>/g, "$1</script>");
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
  ("!doctype html head meta title link style script body a div header h1 h2 p nav ol li main table caption thead " +
    "tbody tr th td span svg g path line rect text tspan defs clippath section figure figcaption strong em code pre " +
    "details summary footer dl dt dd").split(" "),
);

Deno.test("pages with hostile text everywhere hold no element or attribute of the text's making", async () => {
  // How many ticks an axis has depends on the room that its titles leave; what a figure may hold is tested below.
  const around = (html: string): string => html.replaceAll(/<svg xmlns[^]*?<\/svg>/g, "");
  const shape = (html: string): string[] =>
    tagsOf(around(html)).map(({ close, name, attributes }) =>
      [close, name, ...attributes.map(([key]) => key)].join(" ")
    );
  const plain = await pagesOf("plain `b` *i*", SCRIPT);
  const hostile = await pagesOf(hostileText, SCRIPT);
  assert.deepEqual(hostile.map(shape), plain.map(shape));
  for (const { name, attributes } of hostile.flatMap(tagsOf)) {
    assert.ok(ELEMENTS.has(name), name);
    for (const [key, value] of attributes) {
      assert.doesNotMatch(key, /^(?:on|style$|src)/);
      if (key === "href") assert.match(value, /^(?:#[\w-]+$|[a-z-]+\.html$|data:[\w/+]+[;,])/);
    }
  }
});

Deno.test("pages show hostile text as it was written", async () => {
  for (const html of await pagesOf(hostileText, SCRIPT)) {
    assert.ok(html.includes("&lt;script&gt;alert(1)&lt;/script&gt;&lt;/style&gt;"));
    assert.doesNotMatch(html, /[\u2028\u2029\0]/);
  }
});

Deno.test("pages allow their own style and script by hash, and nothing else", async () => {
  const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64");
  for (const script of [undefined, SCRIPT]) {
    for (const html of await pagesOf("plain", script)) {
      const policy = html.match(/"Content-Security-Policy" content="([^"]*)">/)![1]!;
      const style = html.match(/<style>([^]*?)<\/style>/)![1]!;
      const scripts = script === undefined ? "" : `script-src 'sha256-${hashOf(script)}'; `;
      assert.equal(
        policy.replaceAll("&#39;", "'"),
        `default-src 'none'; ${scripts}style-src 'sha256-${hashOf(style)}'; img-src data:; ` +
          "base-uri 'none'; form-action 'none'",
      );
      assert.equal(html.split("<script>").length - 1, script === undefined ? 0 : 1);
      assert.ok(html.indexOf("Content-Security-Policy") < html.indexOf("<title>"));
    }
  }
});

Deno.test("a page whose script could end its own element is refused", async () => {
  for (const script of ["'</script>'", "'<!--'", "'</SCRIPT '"]) {
    await assert.rejects(pagesOf("plain", script), RangeError);
  }
});

Deno.test("pages have the same bytes twice", async () => {
  assert.deepEqual(await makePages("plain", SCRIPT), await pagesOf("plain", SCRIPT));
});

Deno.test("pages close what they open, name every part once, and link to what is there", async () => {
  for (const html of await pagesOf("plain", SCRIPT)) {
    const tags = tagsOf(html);
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
    const files = new Set(
      attribute("href").filter((value) => /^[a-z]/.test(value))
        .filter((value) => !value.startsWith("data:")),
    );
    const known = ["index", "one", "one-slope", "none", "studio"].map((name) => `${name}.html`);
    assert.deepEqual([...files].sort(), known.sort());
  }
});

Deno.test("pages can be read without seeing them: language, headings in order, captions, scopes, names", async () => {
  for (const html of await pagesOf("plain", SCRIPT)) {
    assert.match(html, /^<!doctype html>\n<html lang="en">/);
    const levels = [...html.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
    assert.deepEqual(levels.filter((level) => level === 1), [1]);
    levels.reduce((before, level) => (assert.ok(level <= before + 1), level));
    assert.equal(html.match(/<caption>[^<]/g)?.length, html.match(/<table /g)?.length);
    assert.ok([...html.matchAll(/<th [^>]*/g)].every(([th]) => / scope="(?:row|col)"/.test(th)));
    for (const [svg] of html.matchAll(/<svg [^>]*/g)) {
      assert.match(svg, /role="img" aria-label="[^"]+"|aria-hidden="true"/);
    }
    assert.match(html, /<body>\n<a class="skip" href="#content">/);
  }
});

Deno.test("a claim's page folds a long table away, and a claim without rows has no data to take away", async () => {
  const site = exampleSite("plain");
  assert.deepEqual((await page("plain")).match(/Show the \d+ rows/g), ["Show the 40 rows"]);
  assert.doesNotMatch(await renderClaimPage(site.claims[2]!, site), /id="data"|download="none\./);
});

Deno.test("a claim's page carries figures and data as files that read back", async () => {
  const text = `a "b", c\n${hostileText.toWellFormed().replaceAll("\0", "")}`;
  const site = exampleSite(text);
  const claim = site.claims[1]!;
  const html = await renderClaimPage(claim, site);
  const file = (name: string): string => {
    const link = html.match(new RegExp(`download="${name}" href="data:[^,"]*;base64,([^"]*)"`))!;
    return new TextDecoder().decode(Uint8Array.fromBase64(link[1]!));
  };
  assert.deepEqual(JSON.parse(file("one-slope.json")).rows, claim.rows);
  assert.ok(file("one-slope.csv").startsWith("name,error\r\n"));
  assert.match(
    file("one-slope-slope.svg"),
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^]*fill="#ffffff"[^]*<\/svg>$/,
  );
  assert.deepEqual(
    JSON.parse(file("one-slope-slope.vl.json")).data,
    claim.figures[0]!.spec["data"],
  );
});

Deno.test("a claim's page has the still figure with and without a script, and the live one only with it", async () => {
  const [still, live] = [await page("plain"), await page("plain", SCRIPT)];
  for (const html of [still, live]) assert.equal(html.match(/class="still"><svg /g)?.length, 2);
  assert.doesNotMatch(still, /class="live"|<script/);
  const json = [...live.matchAll(/<script type="application\/json">([^<]*)</g)].map(([, t]) => t!);
  assert.equal(json.length, 2);
  for (const text of json) assert.equal(JSON.parse(text).renderer, "svg");
});

Deno.test("a claim's page says that there is no PNG where no font was found", async () => {
  const html = await page("plain");
  assert.doesNotMatch(html, /\.png"/);
  assert.match(html, /No PNG: no font was found/);
});

Deno.test("a claim without results says what is wrong in place of the figure, on its page and in the table", async () => {
  const site = exampleSite("plain", SCRIPT);
  const { key, title, sentence, paragraphs, method, program, command } = site.claims[0]!;
  const broken: ClaimWithoutResults = {
    ...{ key, title, sentence, paragraphs, method, program, command },
    problem: "`data.json` is <gone>.",
  };
  const claims: SiteClaim[] = [broken, ...site.claims.slice(1)];
  const html = await renderClaimPage(broken, { ...site, claims });
  assert.match(html, /role="alert"><code[^>]*>data\.json<\/code> is &lt;gone&gt;\./);
  assert.match(html, /No results/);
  assert.doesNotMatch(html, /<figure|<script|>Holds</);
  const front = { question: "q", answer: "a", shown: site.claims, words: [] };
  assert.match(await renderFrontPage(front, { ...site, claims }), /is &lt;gone&gt;[^]*No results/);
});

Deno.test("pages replace every colour of a still figure on a dark page", async () => {
  const dark = (await page("plain"))
    .match(/@media screen and \(prefers-color-scheme:dark\)\{([^]*?)\n\}/)![1]!;
  for (const [light, replacement] of darkColourOf) {
    for (const paint of ["fill", "stroke"]) {
      assert.ok(dark.includes(`[${paint}="${light}"]{${paint}:${replacement}}`), light);
    }
  }
});

Deno.test("a claim's page refuses a colour that has no dark counterpart", async () => {
  const painted = (color: string): Promise<string> => {
    const site = exampleSite("plain");
    const claim = site.claims[0]!;
    const figure = claim.figures[0]!;
    const spec = { ...figure.spec, mark: { type: "line", color }, encoding: {} };
    return renderClaimPage({ ...claim, figures: [{ ...figure, spec }] }, site);
  };
  await assert.rejects(painted("#123456"), /colours must be those of figureColours.*#123456/);
  await painted(figureColours.muted);
});

Deno.test("pages refuse names that could not be addresses or files, and the same name twice", async () => {
  const site = exampleSite("plain");
  const claim = site.claims[0]!;
  const render = (claims: ClaimReport[]): Promise<string> => {
    const changed: Site = { ...site, claims };
    return renderClaimPage(claims[0]!, changed);
  };
  for (const key of ["", "One", "a b", "a--b", "-a", "a_b", '"><script>', "../up", "index"]) {
    await assert.rejects(render([{ ...claim, key }]), RangeError);
    const figures = [{ ...claim.figures[0]!, name: key }];
    await assert.rejects(render([{ ...claim, figures }]), RangeError);
  }
  await assert.rejects(render([claim, claim]), RangeError);
  const front = { question: "q", answer: "a", shown: [], words: [] };
  await assert.rejects(renderFrontPage(front, { ...site, claims: [] }), RangeError);
});

Deno.test("a claim's page refuses a verdict that is none", async () => {
  const site = exampleSite("plain");
  const verdict = "constructor" as unknown as "holds";
  await assert.rejects(renderClaimPage({ ...site.claims[0]!, verdict }, site), RangeError);
});
