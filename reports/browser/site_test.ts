import { deepEqual, ok } from "node:assert/strict";
import { builtSite } from "./built_site.ts";
import { browserTest } from "./chromium.ts";
import { hostileFieldProblems } from "./hostile_fields.ts";
import { hostileLinkProblems } from "./hostile_links.ts";
import { desk, pageProblems } from "./page_problems.ts";
import { studioDragProblems } from "./studio_problems.ts";
import { visit } from "./visit.ts";

browserTest("every page of the site draws, reads, and asks for nothing", async (browser, test) => {
  const pages = await builtSite();
  ok(pages.some(({ name }) => name === "index.html"));
  for (const page of pages) {
    await test.step(page.name, async () => {
      deepEqual(await pageProblems(browser, page), []);
    });
  }
  // Checks of a page by its name, where the site has it.
  const studio = pages.find(({ name }) => name === "studio.html");
  if (studio === undefined) return;
  const view = desk;
  await test.step("studio.html: a drag and an arrow key change the error as the library says", async () => {
    deepEqual(await studioDragProblems(browser, { url: studio.url, view }), []);
  });
  await test.step("studio.html: hostile text in fields, files and links stays text", async () => {
    const { page, problems, close } = await visit(browser, { url: studio.url, view });
    const state = await page.evaluate(() => location.hash.slice(1));
    deepEqual(await hostileFieldProblems(page), []);
    deepEqual(problems, []);
    await close();
    deepEqual(await hostileLinkProblems(browser, { url: studio.url, view, state }), []);
  });
});
