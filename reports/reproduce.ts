import { type ClaimReport, terminalTable } from "@unmask/reporting";
import { makeClaim } from "./claim_data.ts";
import { readClaim, writeClaim } from "./claim_files.ts";
import { claims } from "./claims.ts";
import { progressBar } from "./progress.ts";
import { withClaimsTable } from "./readme_table.ts";
import { writeSite } from "./site.ts";

/**
 * Computes the claims again, writes their data and the page, and prints the verdicts.
 *
 * @param args Keys of the claims to compute, all by default; `--check` makes a changed byte an error
 * @returns Exit code: 0 when every claim holds, 1 when one is refuted or `--check` found a change, 2
 *   on bad arguments
 */
export async function reproduce(args: readonly string[]): Promise<number> {
  const check = args.includes("--check");
  const keys = args.filter((arg) => arg !== "--check");
  const known = claims.map(({ key }) => key);
  const stranger = keys.find((key) => !known.includes(key));
  if (stranger !== undefined) {
    console.error(
      `Cannot reproduce: a claim must be one of ${known.join(", ")}, got ${stranger}`,
    );
    return 2;
  }
  const chosen = claims.filter(({ key }) => keys.length === 0 || keys.includes(key));
  const changed: string[] = [];
  for (const maker of chosen) {
    const bar = progressBar(maker.key, maker.cells.length);
    const data = await makeClaim(maker, (label) => bar.step(label));
    bar.stop();
    changed.push(...await writeClaim(maker, data));
  }
  const reports = await Promise.all(claims.map(readClaim));
  changed.push(...await updateReadme(reports));
  const page = await writeSite(reports);

  const shown = reports.filter(({ key }) => chosen.some((maker) => maker.key === key));
  console.log(terminalTable(
    [
      { key: "claim", label: "Claim" },
      { key: "verdict", label: "Verdict" },
      { key: "evidence", label: "Evidence" },
    ],
    shown.map(({ title, verdict, evidence }) => ({ claim: title, verdict, evidence })),
    { width: 80 },
  ));
  console.log(`\nPage: ${page}`);
  console.log(
    changed.length === 0
      ? "Results: the same bytes as before."
      : `Results changed: ${changed.join(", ")}`,
  );
  const refuted = shown.some(({ verdict }) => verdict !== "holds");
  return refuted || (check && changed.length > 0) ? 1 : 0;
}

/** Brings the README's table up to date; names it if it changed. */
async function updateReadme(reports: readonly ClaimReport[]): Promise<string[]> {
  const file = new URL("../README.md", import.meta.url);
  const readme = await Deno.readTextFile(file);
  const updated = withClaimsTable(readme, reports);
  if (updated === readme) return [];
  await Deno.writeTextFile(file, updated);
  return ["README.md"];
}

if (import.meta.main) Deno.exit(await reproduce(Deno.args));
