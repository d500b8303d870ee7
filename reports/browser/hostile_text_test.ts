import { deepEqual, equal, ok } from "node:assert/strict";
import { browserTest } from "./chromium.ts";
import { loose, pageWith, withPage } from "./faulty_page.ts";
import { hostileFieldProblems } from "./hostile_fields.ts";
import { hostileLinkProblems } from "./hostile_links.ts";
import { hostileStrings } from "./hostile_strings.ts";
import { desk } from "./page_problems.ts";
import { visit } from "./visit.ts";

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

Deno.test("there are fifty different hostile strings", () => {
  equal(new Set(hostileStrings).size, 50);
});
