import { deepEqual, equal, ok } from "node:assert/strict";
import type { Browser } from "playwright-core";
import { accessibilityProblems } from "./accessibility_problems.ts";
import { browserTest } from "./chromium.ts";
import { drawingProblems } from "./drawing_problems.ts";
import { loose, pageWith, pixel, strict, withPage } from "./faulty_page.ts";
import { keyboardProblems } from "./keyboard_problems.ts";
import { layoutProblems } from "./layout_problems.ts";
import { desk, pageProblems } from "./page_problems.ts";
import { arrivalProblems, lastPermalink, permalinkProblems } from "./permalink_problems.ts";
import { policyProblems } from "./policy_problems.ts";
import { type Visit, visit } from "./visit.ts";

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
