import {
  frontPage,
  mathFingerprint,
  pageOf,
  renderClaimPage,
  renderFrontPage,
  type Site,
  type SiteClaim,
} from "@unmask/reporting";
import { systemFonts } from "@unmask/cli/system-fonts";
import { bundleScript } from "./bundle_script.ts";
import { extraPages } from "./extra_pages.ts";
import { frontPageOf } from "./front_page.ts";
import type { MadePage, PageMaker } from "./made_page.ts";

/** Where the built site goes; not committed. */
const siteFolder = new URL("./site/", import.meta.url);

/**
 * The pages of the site: the front page, one for each claim, and the others.
 *
 * The bytes depend on the claims, the fonts and the sources alone. About 0.3 s a claim.
 *
 * @param claims The claims, in the order in which they are told
 * @param options `extras`, makers of other pages, all by default; `fonts` for PNG files, those of this machine by default
 * @returns Texts of the pages by file name
 */
export async function sitePages(
  claims: readonly SiteClaim[],
  options: { extras?: readonly PageMaker[]; fonts?: readonly Uint8Array[] } = {},
): Promise<ReadonlyMap<string, string>> {
  const { extras = extraPages, fonts = systemFonts(Deno.env.get("HOME")) } = options;
  const script = await bundleScript("@unmask/reporting/browser");
  const made: MadePage[] = [];
  for (const make of extras) made.push(await make({ script, fonts }));
  const site: Site = {
    name: "Unmask",
    claims,
    extras: made.map(({ file, title }) => ({ file, title })),
    generated: { command: "deno task report", fingerprint: mathFingerprint() },
    script,
    fonts,
  };
  const pages = new Map([[frontPage, await renderFrontPage(frontPageOf(claims), site)]]);
  for (const claim of claims) pages.set(pageOf(claim.key), await renderClaimPage(claim, site));
  for (const { file, html } of made) {
    if (!/^[a-z][a-z0-9-]*\.html$/.test(file) || pages.has(file)) {
      throw new RangeError(
        `Cannot make the site: the file of a page must be a new name such as studio.html, got ${file}`,
      );
    }
    pages.set(file, html);
  }
  return pages;
}

/**
 * Writes the site, and leaves nothing there of an earlier one.
 *
 * @param claims The claims, in the order in which they are told
 * @returns Where its front page is, relative to the repository
 */
export async function writeSite(claims: readonly SiteClaim[]): Promise<string> {
  const pages = await sitePages(claims);
  await Deno.mkdir(siteFolder, { recursive: true });
  for await (const { name } of Deno.readDir(siteFolder)) {
    if (name.endsWith(".html") && !pages.has(name)) await Deno.remove(new URL(name, siteFolder));
  }
  for (const [file, html] of pages) await Deno.writeTextFile(new URL(file, siteFolder), html);
  return "reports/site/index.html";
}
