import { type ClaimReport, renderSvg, type SiteClaim } from "@unmask/reporting";
import { type ClaimData, claimReport, claimText } from "./claim_data.ts";
import { claimInputs } from "./claim_inputs.ts";
import type { AnyClaimMaker } from "./claim_maker.ts";
import { serialise } from "./serialise.ts";
import { stalenessOf } from "./staleness.ts";

/** Where the claims' folders are. */
const reportsFolder = new URL("./", import.meta.url);

/**
 * Writes `data.json`, `figure.vl.json` and `figure.svg` of a claim; nothing is touched whose bytes stay the same.
 *
 * @param maker The claim
 * @param data What was computed
 * @returns Paths of the files whose bytes changed
 */
export async function writeClaim(maker: AnyClaimMaker, data: ClaimData): Promise<string[]> {
  const { spec, alt } = maker.figure(data.rows);
  const files = {
    "data.json": serialise(data),
    "figure.vl.json": serialise(spec),
    "figure.svg": await renderSvg(spec, { alt, background: "white" }),
  };
  const changed: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const file = new URL(`${maker.key}/${name}`, reportsFolder);
    if (await readIfPresent(file) === text) continue;
    // A rename is all or nothing: an interrupted run leaves the old file or the new one.
    const unfinished = new URL(`${file.href}.part`);
    await Deno.writeTextFile(unfinished, text);
    await Deno.rename(unfinished, file);
    changed.push(`reports/${maker.key}/${name}`);
  }
  return changed;
}

/**
 * The report of a claim from its files.
 *
 * @param maker The claim
 * @returns What a page shows
 * @throws {Error} When `claim.md` or `data.json` is missing
 */
export async function readClaim(maker: AnyClaimMaker): Promise<ClaimReport> {
  const folder = new URL(`${maker.key}/`, reportsFolder);
  const markdown = await Deno.readTextFile(new URL("claim.md", folder));
  return claimReport(maker, { data: await readClaimData(maker), markdown });
}

/**
 * A claim as a page shows it: with its results where they are there and are those of its program, else with what is
 * wrong with them.
 *
 * @param maker The claim
 * @param folder Where the claims' folders are, that of this module by default
 * @returns The claim, with results or without
 * @throws {Error} When `claim.md` is missing or does not read
 */
export async function readClaimOrProblem(
  maker: AnyClaimMaker,
  folder: URL = reportsFolder,
): Promise<SiteClaim> {
  const own = new URL(`${maker.key}/`, folder);
  const markdown = await Deno.readTextFile(new URL("claim.md", own));
  const problem = stalenessOf(maker, {
    data: await readIfPresent(new URL("data.json", own)),
    figure: await readIfPresent(new URL("figure.vl.json", own)),
    inputs: await claimInputs(maker, folder),
  });
  if (problem !== undefined) return { ...claimText(maker, markdown), problem };
  const data = JSON.parse((await readIfPresent(new URL("data.json", own)))!);
  return claimReport(maker, { data, markdown });
}

/**
 * The committed results of a claim.
 *
 * @param maker The claim
 * @returns What its `data.json` holds
 * @throws {Error} When there is none: `deno task reproduce` makes it
 */
export async function readClaimData(maker: AnyClaimMaker): Promise<ClaimData> {
  const text = await readIfPresent(new URL(`${maker.key}/data.json`, reportsFolder));
  if (text === undefined) {
    throw new Error(
      `Cannot report ${maker.key}: reports/${maker.key}/data.json must exist; run deno task reproduce`,
    );
  }
  return JSON.parse(text);
}

async function readIfPresent(file: URL): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
