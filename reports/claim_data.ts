import { type ClaimReport, type ClaimText, mathFingerprint, type Row } from "@unmask/reporting";
import { claimInputs } from "./claim_inputs.ts";
import type { AnyClaimMaker, Judgement } from "./claim_maker.ts";

/** The heading in `claim.md` above what the reader of a paper would skip. */
const METHOD_HEADING = "## How it was computed";

/** What `data.json` of a claim holds: the results, and what is needed to make them again. */
export interface ClaimData extends Judgement {
  /** Name of the claim. */
  readonly claim: string;
  /** Command that makes this file again. */
  readonly command: string;
  /** Seed of the random streams, null where nothing is drawn. */
  readonly seed: number | null;
  /** Fingerprint of the Math functions that computed the results. */
  readonly fingerprint: string;
  /** SHA-256 of each file that decided the results, of a claim that is not always computed. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The results. */
  readonly rows: readonly Row[];
}

/**
 * Computes a claim.
 *
 * @param maker The claim
 * @param onCell Called before each piece of work with its label
 * @returns What its `data.json` will hold
 */
export async function makeClaim(
  maker: AnyClaimMaker,
  onCell: (label: string) => void = () => {},
): Promise<ClaimData> {
  // Before the work: what changes meanwhile was not what it was made of.
  const inputs = await claimInputs(maker);
  const rows: Row[] = [];
  for (const cell of maker.cells) {
    onCell(cell.label);
    rows.push(...await cell.results());
  }
  return {
    claim: maker.key,
    command: commandOf(maker),
    seed: maker.seed,
    fingerprint: mathFingerprint(),
    ...(inputs && { inputs }),
    ...maker.judge(rows),
    rows,
  };
}

/**
 * The words of a claim from the text of its `claim.md`.
 *
 * @param maker The claim
 * @param markdown A heading, one quoted sentence, paragraphs, and where wanted more paragraphs under the heading
 *   "How it was computed"
 * @returns What a page shows of a claim without results
 * @throws {RangeError} When the text is anything else
 */
export function claimText(maker: AnyClaimMaker, markdown: string): ClaimText {
  const [heading, quote, ...blocks] = markdown.trim().split(/\n\s*\n/)
    .map((block) => block.replaceAll(/\s*\n>?\s*/g, " "));
  if (!heading?.startsWith("# ") || !quote?.startsWith("> ")) {
    throw new RangeError(
      `Cannot read claim.md of ${maker.key}: it must begin with a heading and one quoted sentence`,
    );
  }
  const turn = blocks.indexOf(METHOD_HEADING);
  const stranger = blocks.find((block, i) => block.startsWith("#") && i !== turn);
  if (stranger !== undefined) {
    throw new RangeError(
      `Cannot read claim.md of ${maker.key}: its only other heading must be "${METHOD_HEADING}", got "${stranger}"`,
    );
  }
  return {
    key: maker.key,
    title: heading.slice(2),
    sentence: quote.slice(2),
    paragraphs: turn < 0 ? blocks : blocks.slice(0, turn),
    method: turn < 0 ? [] : blocks.slice(turn + 1),
    program: `reports/${maker.key}/make.ts`,
    command: commandOf(maker),
  };
}

/**
 * The report of a claim: its words from `claim.md`, its verdict and figure from its data.
 *
 * @param maker The claim
 * @param options Its `data`, and the text of its `claim.md`
 * @returns What a page shows
 * @throws {RangeError} When `claim.md` does not read, see `claimText`
 */
export function claimReport(
  maker: AnyClaimMaker,
  { data, markdown }: { data: ClaimData; markdown: string },
): ClaimReport {
  return {
    ...claimText(maker, markdown),
    verdict: data.verdict,
    evidence: data.evidence,
    columns: maker.columns,
    rows: data.rows,
    figures: [{ name: "figure", ...maker.figure(data.rows) }],
    seed: data.seed,
    fingerprint: data.fingerprint,
  };
}

/**
 * The command that computes a claim.
 *
 * @param maker The claim
 * @returns A command line
 */
export function commandOf({ key, full }: Pick<AnyClaimMaker, "key" | "full">): string {
  return `deno task reproduce ${full === undefined ? "" : "--full "}${key}`;
}
