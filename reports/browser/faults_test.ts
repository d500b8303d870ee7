import { deepEqual, equal, ok } from "node:assert/strict";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { accessibilityProblems } from "./accessibility_problems.ts";
import { browserTest } from "./chromium.ts";
import { drawingProblems } from "./drawing_problems.ts";
import { hostileStrings } from "./hostile_strings.ts";
import { hostileFieldProblems } from "./hostile_fields.ts";
import { hostileLinkProblems } from "./hostile_links.ts";
import { keyboardProblems } from "./keyboard_problems.ts";
import { layoutProblems } from "./layout_problems.ts";
import { desk, pageProblems } from "./page_problems.ts";
import { PAGE_WEIGHT_LIMIT, weightWithoutData } from "./page_weight.ts";
import { arrivalProblems, lastPermalink, permalinkProblems } from "./permalink_problems.ts";
import { policyProblems } from "./policy_problems.ts";
import { studioDragProblems } from "./studio_problems.ts";
import { type Visit, visit } from "./visit.ts";

const strict = "default-src 'none'; img-src data:";
const loose = `${strict}; script-src 'unsafe-inline'; style-src 'unsafe-inline'`;
const pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** A page without a fault, but for what is put into it. */
function pageWith(content: string, policy: string | null = strict): string {
  const meta = policy === null
    ? ""
    : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Page</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="${pixel}"></head><body>
<main><h1>Page</h1><h2 id="part">Part <a href="#part" aria-label="Link to: Part">#</a></h2>
<figure><svg width="9" height="9" role="img" aria-label="A square"><path d="M0,0h9v9z"/></svg></figure>
${content}</main></body></html>`;
}

async function withPage<Result>(
  html: string,
  use: (page: { url: string; html: string; name: string }) => Promise<Result>,
): Promise<Result> {
  const path = await Deno.makeTempFile({ suffix: ".html" });
  try {
    await Deno.writeTextFile(path, html);
    return await use({ url: pathToFileURL(path).href, html, name: "page.html" });
  } finally {
    await Deno.remove(path);
  }
}

/** What a check says of a page. */
async function saidOf(
  browser: Browser,
  html: string,
  check: (visited: Visit) => Promise<readonly string[]>,
): Promise<string> {
  return await withPage(html, async ({ url }) => {
    const visited = await visit(browser, { url, view: desk });
    const problems = await check(visited);
    await visited.close();
    return [...problems, ...visited.problems].join("\n");
  });
}

/** Seeded faults: the check that must see each, what is wrong, what is to be said, and the policy. */
const faults: readonly [
  string,
  (visited: Visit) => Promise<readonly string[]>,
  string,
  RegExp,
  (string | null)?,
][] = [
  [
    "a handler in an attribute",
    ({ page }) => policyProblems(page),
    "<button onclick='1'>b</button>",
    /button has a handler onclick/,
  ],
  [
    "code in a link",
    ({ page }) => policyProblems(page),
    "<a href='javascript:1'>a</a>",
    /a has code in href/,
  ],
  [
    "no policy",
    ({ page }) => policyProblems(page),
    "",
    /no content security policy/,
    null,
  ],
  [
    "a policy that allows eval",
    ({ page }) => policyProblems(page),
    "",
    /allows 'unsafe-eval'/,
    "default-src 'none'; script-src 'unsafe-eval'",
  ],
  [
    "a drawing on window",
    ({ page }) => policyProblems(page),
    "<script>window.view = { scenegraph() {}, runAsync() {} }</script>",
    /within reach as window\.view/,
    loose,
  ],
  [
    "a script that the policy refuses",
    () => Promise.resolve([]),
    "<script>1</script>",
    /console error: .*Content Security Policy/,
  ],
  [
    "an uncaught error",
    () => Promise.resolve([]),
    "<script>throw new Error('oops')</script>",
    /uncaught: oops/,
    loose,
  ],
  [
    "a dialog",
    () => Promise.resolve([]),
    "<script>alert('boo')</script>",
    /dialog: boo/,
    loose,
  ],
  [
    "a request",
    () => Promise.resolve([]),
    "<img src='https://example.invalid/a.png' alt='a'>",
    /request: https:\/\/example\.invalid\/a\.png/,
    null,
  ],
  [
    "a picture without words",
    ({ page }) => accessibilityProblems(page),
    `<img src="${pixel}" width="9" height="9">`,
    /image-alt/,
  ],
  [
    "text that can hardly be read",
    ({ page }) => accessibilityProblems(page),
    "<p style='color:#bbb'>Text</p>",
    /color-contrast/,
    loose,
  ],
  [
    "an empty figure",
    ({ page }) => drawingProblems(page, { looks: 1 }),
    "<figure id='f'><svg width='9' height='9'><g></g></svg></figure>",
    /figure f shows nothing/,
  ],
  [
    "an empty canvas",
    ({ page }) => drawingProblems(page, { looks: 1 }),
    "<figure id='f'><canvas width='9' height='9'></canvas></figure>",
    /figure f shows nothing/,
  ],
  [
    "a picture that does not load",
    ({ page }) => drawingProblems(page, { looks: 1 }),
    "<img src='data:image/png;base64,AAAA' alt='p' width='9' height='9'>",
    /picture p did not load/,
  ],
  [
    "a part wider than the window",
    ({ page }) => layoutProblems(page),
    "<div id='w' style='width:2000px'>w</div>",
    /2\d\d\d px wide in a window of 1280: div#w/,
    loose,
  ],
  [
    "a link to nothing",
    ({ page }) => permalinkProblems(page),
    "<a href='#gone'>a</a>",
    /#gone is the address of nothing/,
  ],
  [
    "a permalink that leads elsewhere",
    ({ page }) => permalinkProblems(page),
    "<h2>Here <a href='#there' aria-label='Link to: Here'>#</a></h2>" +
    "<div style='height:3000px'></div><p id='there'>There</p><div style='height:3000px'></div>",
    /#there does not bring its heading into view/,
    loose,
  ],
  [
    "a focus that cannot be seen",
    ({ page }) => keyboardProblems(page),
    "<button style='outline:none'>b</button>",
    /button "b" does not show that it has the focus/,
    loose,
  ],
  [
    "a button that Tab skips",
    ({ page }) => keyboardProblems(page),
    "<button>b</button><script>document.querySelector('button').onfocus = (e) => e.target.blur();" +
    "document.onkeydown = (e) => e.preventDefault()</script>",
    /Tab does not reach button "b"/,
    loose,
  ],
];

browserTest("a heading that moves away after its permalink was opened is seen", async (browser) => {
  const content = "<script>addEventListener('load', () => setTimeout(() => {" +
    "document.querySelector('h1').style.marginTop = '4000px'; scrollTo(0, 0); document.title = 'moved' }))</script>";
  await withPage(pageWith(content, loose), async ({ url, html }) => {
    equal(lastPermalink(html), "#part");
    const { page, close } = await visit(browser, { url: `${url}#part`, view: desk });
    while (await page.title() !== "moved") await page.waitForTimeout(10);
    const problems = await arrivalProblems(page);
    await close();
    deepEqual(problems, ["opened at #part, its heading is out of view"]);
  });
});

browserTest("a page without faults has no problem", async (browser) => {
  const problems = await withPage(pageWith("<p>Text</p>"), (page) => pageProblems(browser, page));
  deepEqual(problems, []);
});

browserTest(
  "every seeded fault is seen by the check that is there for it",
  async (browser, test) => {
    for (const [fault, check, content, said, policy = strict] of faults) {
      await test.step(fault, async () => {
        const problems = await saidOf(browser, pageWith(content, policy), check);
        ok(said.test(problems), problems || "nothing was said");
      });
    }
  },
);

/** A page that shows what is typed, dropped into its file field, or behind its `#`. */
function echo(how: "innerHTML" | "textContent"): string {
  return pageWith(
    `<label>Text <input id="typed"></label><label>File <input id="file" type="file"></label>
<p id="drop">Drop here</p><output></output><script>
const output = document.querySelector("output");
const show = (text) => { output.${how} = text; };
typed.oninput = () => show(typed.value);
file.onchange = async () => show(file.files[0].name + await file.files[0].text());
drop.ondrop = (event) => show(event.dataTransfer.files[0].name);
(onhashchange = () => show(decodeURIComponent(location.hash.slice(1))))();
</script>`,
    loose,
  );
}

/** Some of the strings: what markup does to the browser is the same for all of a kind. */
const texts = hostileStrings.filter((text) =>
  /^<(?:script>|img|iframe src|meta|svg onload)/.test(text)
);

browserTest("hostile text stays text on a page that shows it as text", async (browser) => {
  await withPage(echo("textContent"), async ({ url }) => {
    const { page, problems, close } = await visit(browser, { url, view: desk });
    deepEqual(await hostileFieldProblems(page, { texts }), []);
    await close();
    deepEqual(problems, []);
    deepEqual(await hostileLinkProblems(browser, { url, view: desk, state: "", texts }), []);
  });
});

browserTest("hostile text is seen to run on a page that shows it as markup", async (browser) => {
  await withPage(echo("innerHTML"), async ({ url }) => {
    const { page, problems, close } = await visit(browser, { url, view: desk });
    const said = (await hostileFieldProblems(page, { texts })).join("\n");
    await close();
    ok(/text became <img>/.test(said), said);
    ok(/text ran: <img src=x onerror="/.test(said), said);
    ok(/text became <iframe>/.test(said), said);
    ok(problems.includes("dialog: 1"), problems.join("\n"));
    ok(problems.includes("request: https://example.invalid/"), problems.join("\n"));
    const links = (await hostileLinkProblems(browser, { url, view: desk, state: "", texts })).join(
      "\n",
    );
    ok(/text ran: <img/.test(links), links);
    ok(/text became <script>/.test(links), links);
  });
});

browserTest(
  "a studio whose error stays the same when its schedule changes is seen",
  async (browser) => {
    // 64 tokens of 8 states coupled by 2 cost 2.760788 nats in 8 equal sets, as the README says.
    const studio = pageWith(
      `<svg width="99" height="99"><g role="slider" tabindex="0" aria-label="Cut" aria-valuenow="8">
<rect width="50" height="50"/></g></svg><output>2.761 nats</output><script>
const cut = document.querySelector("g");
cut.onkeydown = () => history.replaceState(null, "", "#sizes=7-9-6x8");
cut.onpointerdown = () => onpointerup = () => history.replaceState(null, "", "#sizes=6-10-6x8");
</script>`,
      loose,
    );
    await withPage(studio, async ({ url }) => {
      deepEqual(await studioDragProblems(browser, { url, view: desk, looks: 3 }), [
        "after an arrow key the error is not that of 7,9,8,8,8,8,8,8",
        "after a drag the error is not that of 6,10,8,8,8,8,8,8",
      ]);
    });
  },
);

Deno.test("there are fifty different hostile strings", () => {
  equal(new Set(hostileStrings).size, 50);
});

Deno.test("weightWithoutData() counts what is not data, in bytes", () => {
  const bare = `<a>é</a><script type="application/json" id="d"></script>`;
  const carried = `<a href="data:text/csv;base64,AAAA">é</a>` +
    `<script type="application/json" id="d">{"a":1}</script>`;
  equal(weightWithoutData(carried), new TextEncoder().encode(bare).length);
  ok(weightWithoutData("x".repeat(PAGE_WEIGHT_LIMIT + 1)) > PAGE_WEIGHT_LIMIT);
});
