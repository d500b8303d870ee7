import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { frontPageOf } from "./front_page.ts";
import { readClaim } from "./claim_files.ts";
import { claims } from "./claims.ts";
import { sitePages } from "./site.ts";

const reports = await Promise.all(claims.map(readClaim));
const studio = { file: "studio.html", title: "Studio", html: "<!doctype html>" };
const makeStudio = (): Promise<typeof studio> => Promise.resolve(studio);

Deno.test("the site", async (t) => {
  const pages = await sitePages(reports.slice(0, 2), { extras: [makeStudio], fonts: [] });

  await t.step("has a front page, a page for each claim, and the pages made elsewhere", () => {
    const keys = reports.slice(0, 2).map(({ key }) => `${key}.html`);
    assert.deepEqual([...pages.keys()], ["index.html", ...keys, "studio.html"]);
    assert.equal(pages.get("studio.html"), studio.html);
    assert.match(pages.get("index.html")!, /<a href="studio\.html">Studio<\/a>/);
  });

  await t.step("links only to pages that are there", () => {
    for (const html of pages.values()) {
      for (const [, file] of html.matchAll(/ href="([^"#:]+)"/g)) assert.ok(pages.has(file!), file);
    }
  });

  await t.step("allows the script by hash, and names no server that it could ask", () => {
    for (const [file, html] of pages) {
      if (file === "studio.html") continue;
      const script = html.match(/<script>([^]*?)<\/script>/)![1]!;
      const hash = createHash("sha256").update(script).digest("base64");
      assert.ok(html.includes(`script-src &#39;sha256-${hash}&#39;;`), file);
      assert.doesNotMatch(html, /unsafe|\ssrc=|connect-src/, file);
    }
  });

  await t.step("is at most 1.2 MB a page without the data", () => {
    for (const [file, html] of pages) {
      const bare = html.replaceAll(/href="data:[^"]*"/g, "")
        .replaceAll(/<script type="application\/json">[^<]*/g, "")
        .replaceAll(/<table class="data">[^]*?<\/table>/g, "");
      assert.ok(bare.length < 1_200_000, `${file}: ${bare.length}`);
    }
  });

  await t.step("has the same bytes when it is built again", async () => {
    const again = await sitePages(reports.slice(0, 2), { extras: [makeStudio], fonts: [] });
    assert.deepEqual(again, pages);
  });
});

Deno.test("a page made elsewhere may not take the place of another, nor leave the folder", async () => {
  for (
    const file of ["index.html", `${reports[0]!.key}.html`, "../up.html", "a/b.html", "STUDIO.HTML"]
  ) {
    const made = sitePages(reports.slice(0, 1), {
      extras: [() => Promise.resolve({ ...studio, file })],
      fonts: [],
    });
    await assert.rejects(made, RangeError, file);
  }
});

Deno.test("the front page opens with two claims, whichever are there", () => {
  assert.equal(frontPageOf(reports).shown.length, 2);
  const broken = reports.map((report) => ({ ...report, problem: "missing" }));
  assert.deepEqual(frontPageOf(broken).shown, []);
});
