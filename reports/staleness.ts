import { isDeepStrictEqual } from "node:util";
import { type ClaimData, commandOf } from "./claim_data.ts";
import type { AnyClaimMaker } from "./claim_maker.ts";
import { serialise } from "./serialise.ts";

/**
 * What is wrong with the committed results of a claim, if anything.
 *
 * Results are current where the program would say the same of their rows: the same verdict, evidence and statistics,
 * the same figure, the same seed, and the files that decided them are as they were. Rows are not computed again:
 * `deno task reproduce --check` does that.
 *
 * @param maker The claim
 * @param files Texts of `data.json` and `figure.vl.json`, undefined where there is none; `inputs`, hashes of the files
 *   that decide the results of a claim that is not always computed
 * @returns What is wrong and what mends it, as plain text with `code`; undefined where nothing is
 */
export function stalenessOf(
  maker: AnyClaimMaker,
  files: {
    readonly data: string | undefined;
    readonly figure: string | undefined;
    readonly inputs?: Readonly<Record<string, string>> | undefined;
  },
): string | undefined {
  const mend = `Run \`${commandOf(maker)}\` and commit what it writes.`;
  const name = (file: string): string => `\`reports/${maker.key}/${file}\``;
  if (files.data === undefined) return `${name("data.json")} is missing. ${mend}`;
  let figure: string;
  const differing: string[] = [];
  try {
    const data: ClaimData = JSON.parse(files.data);
    const { verdict, evidence, statistics } = maker.judge(data.rows);
    const said = { claim: maker.key, seed: maker.seed, verdict, evidence, statistics };
    for (const [key, value] of Object.entries(said)) {
      if (!isDeepStrictEqual(data[key as keyof ClaimData], value)) differing.push(key);
    }
    for (const { key } of maker.columns) {
      if (!data.rows.every((row) => Object.hasOwn(row, key))) differing.push(`column ${key}`);
    }
    for (const [path, hash] of Object.entries(files.inputs ?? {})) {
      if (data.inputs?.[path] !== hash) differing.push(`made of another ${path}`);
    }
    figure = serialise(maker.figure(data.rows).spec);
  } catch {
    return `${name("data.json")} holds no results that the program can read. ${mend}`;
  }
  if (differing.length > 0) {
    return `${name("data.json")} is stale: the program says otherwise of its rows (${
      differing.join(", ")
    }). ${mend}`;
  }
  if (files.figure !== figure) {
    return `${name("figure.vl.json")} is ${
      files.figure === undefined ? "missing" : "stale: it is not the figure of the data"
    }. ${mend}`;
  }
  return undefined;
}
