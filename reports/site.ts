import {
  type ExtraPage,
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
import { frontPageOf } from "./front_page.ts";

/** Where the built site goes; not committed. */
const siteFolder = new URL("./site/", import.meta.url);

/** A page of the site that is made elsewhere. */
export interface MadePage extends ExtraPage {
  /** The whole document. */
  readonly html: string;
}

/**
 * The pages of the site: the front page, one for each claim, and those that are made elsewhere.
 *
 * The bytes depend on the claims, the fonts and the sources alone. About 0.3 s a claim.
 *
 * @param claims The claims, in the order in which they are told
 * @param options `extras`, pages that are made elsewhere; `fonts` for PNG files, those of this machine by default
 * @returns Texts of the pages by file name
 */
export async function sitePages(
  claims: readonly SiteClaim[],
  options: { extras?: readonly MadePage[]; fonts?: readonly Uint8Array[] } = {},
): Promise<ReadonlyMap<string, string>> {
  const { extras = [], fonts = systemFonts(Deno.env.get("HOME")) } = options;
  const site: Site = {
    name: "Unmask",
    claims,
    extras: extras.map(({ file, title }) => ({ file, title })),
    generated: { command: "deno task report", fingerprint: mathFingerprint() },
    script: await bundleScript("@unmask/reporting/browser"),
    fonts,
  };
  const pages = new Map([[frontPage, await renderFrontPage(frontPageOf(claims), site)]]);
  for (const claim of claims) pages.set(pageOf(claim.key), await renderClaimPage(claim, site));
  for (const { file, html } of extras) {
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
 * @param extras Pages that are made elsewhere
 * @returns Where its front page is, relative to the repository
 */
export async function writeSite(
  claims: readonly SiteClaim[],
  extras: readonly MadePage[] = [],
): Promise<string> {
  const pages = await sitePages(claims, { extras });
  await Deno.mkdir(siteFolder, { recursive: true });
  for await (const { name } of Deno.readDir(siteFolder)) {
    if (name.endsWith(".html") && !pages.has(name)) await Deno.remove(new URL(name, siteFolder));
  }
  for (const [file, html] of pages) await Deno.writeTextFile(new URL(file, siteFolder), html);
  return "reports/site/index.html";
}
