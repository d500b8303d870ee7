import type { AnyClaimMaker } from "./claim_maker.ts";

/** Where the claims' folders are. */
const reportsFolder = new URL("./", import.meta.url);

/** In place of the hash of a file that is not there. */
const MISSING = "missing";

/**
 * The files that decide the results of a claim, as they are now.
 *
 * @param maker The claim
 * @param folder Where the claims' folders are, that of this module by default
 * @returns SHA-256 of each file in lower-case hexadecimal, `missing` where there is none; undefined for a
 *   claim that is always computed
 */
export async function claimInputs(
  { key, full }: Pick<AnyClaimMaker, "key" | "full">,
  folder: URL = reportsFolder,
): Promise<Readonly<Record<string, string>> | undefined> {
  if (full === undefined) return undefined;
  const hashes: Record<string, string> = {};
  for (const path of full.inputs) hashes[path] = await hashOf(new URL(`${key}/${path}`, folder));
  return hashes;
}

async function hashOf(file: URL): Promise<string> {
  try {
    const bytes = await Deno.readFile(file);
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return MISSING;
    throw error;
  }
}
