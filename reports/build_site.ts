import { hasResults } from "@unmask/reporting";
import { readClaimOrProblem } from "./claim_files.ts";
import { claims } from "./claims.ts";
import { writeSite } from "./site.ts";

/**
 * Builds the site from the committed results.
 *
 * @returns Exit code: 1 where the results of a claim are missing or stale, which its page says too
 */
export async function buildSite(): Promise<number> {
  const read = await Promise.all(claims.map((maker) => readClaimOrProblem(maker)));
  const page = await writeSite(read);
  const broken = read.filter((claim) => !hasResults(claim));
  for (const claim of broken) {
    if (!hasResults(claim)) console.error(`${claim.key}: ${claim.problem}`);
  }
  console.log(
    `Wrote ${page} and a page for each of ${read.length} claims` +
      (broken.length === 0 ? "." : `, ${broken.length} without results.`),
  );
  return broken.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await buildSite());
