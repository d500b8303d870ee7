import type { VegaLiteSpec } from "./vega_lite_spec.ts";

/**
 * What the data say about a claim: `holds` and `refuted` are decided by the data, `undecided` is not.
 */
export type Verdict = "holds" | "refuted" | "undecided";

/** One column of a table of results. */
export interface Column {
  /** Property of a row that the column shows. */
  readonly key: string;
  /** Heading, without the unit. */
  readonly label: string;
  /** Unit of the values, such as `nats`. */
  readonly unit?: string;
  /** Significant digits to show, 4 by default; integers are always shown whole. */
  readonly digits?: number;
}

/** One row of results; `null` is a value that does not exist. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** One drawing, as a specification and the words around it. */
export interface Figure {
  /** File name without extension: lower-case letters, digits and single hyphens. */
  readonly name: string;
  /** What the figure shows, a few words. */
  readonly title: string;
  /** What the reader should see in it; plain text with `code` and *emphasis*. */
  readonly caption: string;
  /** What someone who cannot see the figure needs to know. */
  readonly alt: string;
  /** The drawing; its data stand in it. */
  readonly spec: VegaLiteSpec;
}

/** The words of a claim, which do not depend on its results. */
export interface ClaimText {
  /** Name of the claim in addresses and file names: lower-case letters, digits and single hyphens. */
  readonly key: string;
  /** A few words. */
  readonly title: string;
  /** The falsifiable sentence. */
  readonly sentence: string;
  /** What it means; plain text with `code` and *emphasis*. */
  readonly paragraphs: readonly string[];
  /** How it was computed, where the meaning does not already say it. */
  readonly method: readonly string[];
  /** The program that computes it, as a path in the repository. */
  readonly program: string;
  /** Command that makes all of this again. */
  readonly command: string;
}

/** A claim with everything that was measured about it. */
export interface ClaimReport extends ClaimText {
  /** What the data say about the sentence. */
  readonly verdict: Verdict;
  /** One line with the figures that decide it. */
  readonly evidence: string;
  /** Columns of the table of results, in order. */
  readonly columns: readonly Column[];
  /** The results. */
  readonly rows: readonly Row[];
  /** Drawings of the results. */
  readonly figures: readonly Figure[];
  /** Seed of the random streams, `null` where nothing is drawn. */
  readonly seed: number | null;
  /** Fingerprint of the Math functions that computed the results, see `mathFingerprint`. */
  readonly fingerprint: string;
}

/** A claim whose results are missing or are not those of its program: only words can be shown. */
export interface ClaimWithoutResults extends ClaimText {
  /** What is wrong with the results, and what mends it. */
  readonly problem: string;
}

/** A claim of a site, with results or without. */
export type SiteClaim = ClaimReport | ClaimWithoutResults;

/** Whether a claim has results. */
export function hasResults(claim: SiteClaim): claim is ClaimReport {
  return !("problem" in claim);
}
