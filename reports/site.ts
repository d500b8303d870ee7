import { type ClaimReport, mathFingerprint, renderPage } from "@unmask/reporting";

/** Where the built site goes; not committed. */
const siteFolder = new URL("./site/", import.meta.url);

/**
 * Writes the page of all claims.
 *
 * @param reports The claims, in the order in which they are told
 * @returns Where the page is, relative to the repository
 */
export async function writeSite(reports: readonly ClaimReport[]): Promise<string> {
  const page = await renderPage({
    title: "Unmask: how many steps does a masked diffusion language model need?",
    summary: "The sampling error of a masked diffusion model that draws tokens in parallel falls " +
      "as 1/T in the number of steps and in proportion to the mutual information between tokens, " +
      "also with fewer steps than tokens. Here that theory is checked with exact numbers.",
    claims: reports,
    generated: { command: "deno task reproduce", fingerprint: mathFingerprint() },
  });
  await Deno.mkdir(siteFolder, { recursive: true });
  await Deno.writeTextFile(new URL("index.html", siteFolder), page);
  return "reports/site/index.html";
}
