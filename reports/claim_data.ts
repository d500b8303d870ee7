import { type ClaimReport, mathFingerprint, type Row } from "@unmask/reporting";
import type { AnyClaimMaker, Judgement } from "./claim_maker.ts";

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
  const rows: Row[] = [];
  for (const cell of maker.cells) {
    onCell(cell.label);
    rows.push(...await cell.results());
  }
  return {
    claim: maker.key,
    command: `deno task reproduce ${maker.key}`,
    seed: maker.seed,
    fingerprint: mathFingerprint(),
    ...maker.judge(rows),
    rows,
  };
}

/**
 * The report of a claim: its words from `claim.md`, its verdict and figure from its data.
 *
 * @param maker The claim
 * @param options Its `data`, and the text of its `claim.md`
 * @returns What a page shows
 * @throws {RangeError} When the text is not a heading, one quoted sentence, and paragraphs
 */
export function claimReport(
  maker: AnyClaimMaker,
  { data, markdown }: { data: ClaimData; markdown: string },
): ClaimReport {
  const [heading, quote, ...paragraphs] = markdown.trim().split(/\n\s*\n/)
    .map((block) => block.replaceAll(/\s*\n>?\s*/g, " "));
  if (!heading?.startsWith("# ") || !quote?.startsWith("> ")) {
    throw new RangeError(
      `Cannot read claim.md of ${maker.key}: it must begin with a heading and one quoted sentence`,
    );
  }
  return {
    key: maker.key,
    title: heading.slice(2),
    sentence: quote.slice(2),
    verdict: data.verdict,
    evidence: data.evidence,
    paragraphs,
    columns: maker.columns,
    rows: data.rows,
    figures: [{ name: "figure", ...maker.figure(data.rows) }],
    command: data.command,
    seed: data.seed,
    fingerprint: data.fingerprint,
  };
}
