import { type ClaimReport, hasResults, terminalTable } from "@unmask/reporting";
import { type ChosenClaims, chosenClaims } from "./chosen_claims.ts";
import { makeClaim } from "./claim_data.ts";
import { readClaim, readClaimOrProblem, writeClaim } from "./claim_files.ts";
import type { AnyClaimMaker } from "./claim_maker.ts";
import { claims } from "./claims.ts";
import { progressBar } from "./progress.ts";
import { withClaimsTable } from "./readme_table.ts";
import { writeSite } from "./site.ts";

/**
 * Computes the claims again, writes their data and the page, and prints the verdicts. Claims that take
 * minutes are computed with `--full` alone; what is committed of them is checked to be current.
 *
 * @param args Keys of the claims to compute, all by default; `--full` computes those that take minutes
 *   too; `--check` makes a changed byte an error, but for these: a trained model computes in single
 *   precision, on as many threads as there are
 * @returns Exit code: 0 when every claim holds, 1 when one is refuted or stale, or `--check` found a
 *   change, 2 on bad arguments
 */
export async function reproduce(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === undefined) return 2;
  const { chosen, left, check } = asked;
  const changed: string[] = [];
  const changedInFull: string[] = [];
  for (const maker of chosen) {
    const bar = progressBar(maker.key, maker.cells.length);
    const data = await makeClaim(maker, (label) => bar.step(label));
    bar.stop();
    (maker.full === undefined ? changed : changedInFull).push(...await writeClaim(maker, data));
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
  const all = [...changed, ...changedInFull];
  console.log(
    all.length === 0 ? "Results: the same bytes as before." : `Results changed: ${all.join(", ")}`,
  );
  const stale = await staleAmong(left);
  const refuted = shown.some(({ verdict }) => verdict !== "holds");
  return refuted || stale || (check && changed.length > 0) ? 1 : 0;
}

function readArguments(args: readonly string[]): ChosenClaims | undefined {
  try {
    return chosenClaims(args, claims);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    return undefined;
  }
}

/** Says which claims were left as they are, and whether what is committed of one is stale. */
async function staleAmong(left: readonly AnyClaimMaker[]): Promise<boolean> {
  if (left.length === 0) return false;
  console.log(`Left as they are without --full: ${left.map(({ key }) => key).join(", ")}`);
  let stale = false;
  for (const maker of left) {
    const claim = await readClaimOrProblem(maker);
    if (hasResults(claim)) continue;
    console.error(`${maker.key}: ${claim.problem}`);
    stale = true;
  }
  return stale;
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
