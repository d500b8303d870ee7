import type { Column, Figure, Row, Verdict } from "@unmask/reporting";

/** A claim as a program: what is computed, what the numbers say of it, and how they are drawn. */
export interface ClaimMaker<Result extends Row = Row> {
  /** Name of the claim's folder. */
  readonly key: string;
  /** Seed of the random streams, null where nothing is drawn. */
  readonly seed: number | null;
  /** Set where the work takes minutes: it is done with `deno task reproduce --full` alone. */
  readonly full?: FullClaim;
  /** Columns of the table of results, in order. */
  readonly columns: readonly Column[];
  /** The work, in pieces between which progress is shown. */
  readonly cells: readonly Cell<Result>[];
  /** What the results say of the claim: a function of the rows alone. */
  judge(rows: readonly Result[]): Judgement;
  /** The figure of the results: a function of the rows alone. */
  figure(rows: readonly Result[]): ClaimFigure;
}

/**
 * A claim whose results are left as they are by a plain `deno task reproduce`, as where trained models
 * are evaluated. What they were made of is recorded beside them, so that they cannot grow stale unseen.
 */
export interface FullClaim {
  /** Files that decide the results, relative to the claim's folder: checkpoints, and its own programs. */
  readonly inputs: readonly string[];
}

/** The figure of a claim; its file is always `figure.vl.json`. */
export type ClaimFigure = Omit<Figure, "name">;

/** One piece of a claim's work. */
export interface Cell<Result extends Row = Row> {
  /** What is computed, for the progress bar. */
  readonly label: string;
  /** Computes it. */
  results(): readonly Result[] | Promise<readonly Result[]>;
}

/** What the data say of a claim. */
export interface Judgement {
  /** Whether the claim's sentence is true of the data. */
  readonly verdict: Verdict;
  /** One line with the figures that decide it. */
  readonly evidence: string;
  /** Those figures by name. */
  readonly statistics: Readonly<Record<string, number>>;
}

/** A maker of any claim, for the registry: each maker reads only rows that it made itself. */
// deno-lint-ignore no-explicit-any
export type AnyClaimMaker = ClaimMaker<any>;
